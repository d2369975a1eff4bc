import { and, eq } from 'drizzle-orm';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Transaction } from '#server/db/connect.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import { agentActor, type Agent } from '#server/features/agents/agent.ts';
import { appendEvents } from '#server/features/event-log/append-events.ts';
import { webhooks, type WebhookRow } from '#server/features/webhooks/webhooks.table.ts';

/** Which receiver, and who changes it. */
export interface WebhookChange {
  readonly tenantId: string;
  readonly webhookId: string;
  readonly agent: Agent;
}

/**
 * Changes a receiver under its lock, and puts that into the log.
 *
 * Fails with `webhook.not_found`.
 *
 * @param change undefined as its answer means that nothing had to be done, and nothing is logged
 */
export async function changeWebhook<Value>(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  { tenantId, webhookId, agent }: WebhookChange,
  kind: 'webhook_stopped' | 'webhook_secret_changed',
  change: (tx: Transaction, webhook: WebhookRow, at: Date) => Promise<Value | undefined>,
): Promise<Result<Value | undefined, Problem>> {
  const at = new Date(now());
  return transact<Value | undefined>(db, async (tx) => {
    const [webhook] = await tx
      .select()
      .from(webhooks)
      .where(and(eq(webhooks.tenantId, tenantId), eq(webhooks.id, webhookId)))
      .for('update');
    if (!webhook) return fail({ code: 'webhook.not_found' });
    const done = await change(tx, webhook, at);
    if (done === undefined) return succeed(undefined);
    await appendEvents(tx, tenantId, [
      {
        ticketId: null,
        kind,
        at,
        actor: agentActor(agent),
        params: { webhook: webhookId },
      },
    ]);
    return succeed(done);
  });
}
