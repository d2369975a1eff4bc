import { and, eq, sql } from 'drizzle-orm';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { transact } from '#server/db/transact.ts';
import { markWebhookSeen } from '#server/features/agent-notices/agent-notices.repository.ts';
import type { Deps } from '#server/deps.ts';
import type { Agent } from '#server/features/agents/agent.ts';
import { logAgentAct } from '#server/features/agents/log-agent-act.ts';
import { lockWebhook } from '#server/features/webhooks/lock-webhook.ts';
import { webhookDeliveries } from '#server/features/webhooks/webhooks.table.ts';

/**
 * Tells a receiver of an event again, from the first attempt and under the same id; one that waits
 * already is tried at once. Fails with `delivery.not_found` or `webhook.stopped`.
 */
export async function tellAgain(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  tenantId: string,
  webhookId: string,
  seq: number,
  by: Agent,
): Promise<Result<void, Problem>> {
  const at = new Date(now());
  return transact<void>(db, async (tx) => {
    const webhook = await lockWebhook(tx, { tenantId, webhookId });
    if (webhook?.stoppedAt) return fail({ code: 'webhook.stopped' });
    const waiting = await tx
      .update(webhookDeliveries)
      .set({
        state: 'waiting',
        // whoever is at it now would settle its attempt: the count goes on where it waits
        attempts: sql`case when state = 'waiting' then attempts else 0 end`,
        tryAt: at,
        deliveredAt: null,
        lastError: null,
      })
      .where(
        and(
          eq(webhookDeliveries.tenantId, tenantId),
          eq(webhookDeliveries.webhookId, webhookId),
          eq(webhookDeliveries.seq, seq),
        ),
      )
      .returning({ seq: webhookDeliveries.seq });
    if (waiting.length === 0) return fail({ code: 'delivery.not_found' });
    await markWebhookSeen(tx, tenantId, webhookId, at);
    const params = { webhook: webhookId, event: seq };
    await logAgentAct(tx, tenantId, { kind: 'webhook_told_again', by, at, params });
    return succeed(undefined);
  });
}
