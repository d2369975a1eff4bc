import { and, eq } from 'drizzle-orm';
import { succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Deps } from '#server/deps.ts';
import { changeWebhook, type WebhookChange } from '#server/features/webhooks/change-webhook.ts';
import { webhooks } from '#server/features/webhooks/webhooks.table.ts';

/** Tells a receiver nothing more; again is harmless. Fails with `webhook.not_found`. */
export const stopWebhook = (
  deps: Pick<Deps, 'db' | 'now'>,
  which: WebhookChange,
): Promise<Result<true | undefined, Problem>> =>
  changeWebhook<true>(deps, which, 'webhook_stopped', async (tx, webhook, at) => {
    if (webhook.stoppedAt) return succeed(undefined);
    await tx
      .update(webhooks)
      .set({ stoppedAt: at })
      .where(and(eq(webhooks.tenantId, which.tenantId), eq(webhooks.id, which.webhookId)));
    return succeed(true);
  });
