import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { WebhookSecret } from '#shared/wire/webhooks.ts';
import type { Deps } from '#server/deps.ts';
import { changeWebhook, type WebhookChange } from '#server/features/webhooks/change-webhook.ts';
import { renewSecret } from '#server/features/webhooks/webhook-secrets.repository.ts';

const hourMs = 3_600_000;

/**
 * Gives a receiver a new secret, said once. Messages are signed with both for as long as the grace
 * lasts, so that the receiver can change over when it suits.
 *
 * Fails with `webhook.not_found` or `webhook.stopped`.
 */
export async function rotateSecret(
  deps: Pick<Deps, 'db' | 'ids' | 'now' | 'secretBox'>,
  which: WebhookChange,
  graceHours: number,
): Promise<Result<WebhookSecret, Problem>> {
  const { tenantId, webhookId } = which;
  const done = await changeWebhook(
    deps,
    which,
    'webhook_secret_changed',
    async (tx, { stoppedAt }, at) => {
      if (stoppedAt) return fail({ code: 'webhook.stopped' });
      const graceUntil = new Date(at.getTime() + graceHours * hourMs);
      return succeed(await renewSecret(tx, deps, { tenantId, webhookId }, graceUntil));
    },
  );
  return done.ok ? succeed({ id: webhookId, secret: done.value ?? '' }) : done;
}
