import { fail, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Transaction } from '#server/db/connect.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import { agentActor, type Agent } from '#server/features/agents/agent.ts';
import { appendEvents } from '#server/features/event-log/append-events.ts';
import { lockWebhook } from '#server/features/webhooks/lock-webhook.ts';
import type { WebhookRow } from '#server/features/webhooks/webhooks.table.ts';

/** Which receiver, and who changes it. */
export interface WebhookChange {
  readonly tenantId: string;
  readonly webhookId: string;
  readonly agent: Agent;
}

/**
 * Changes a receiver under its lock, and puts that into the log.
 *
 * Fails with `webhook.not_found`, or as `change` does.
 *
 * @param change undefined as its answer means that nothing had to be done, and nothing is logged
 */
export async function changeWebhook<Value>(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  { tenantId, webhookId, agent }: WebhookChange,
  kind: 'webhook_stopped' | 'webhook_secret_changed',
  change: (
    tx: Transaction,
    webhook: WebhookRow,
    at: Date,
  ) => Promise<Result<Value | undefined, Problem>>,
): Promise<Result<Value | undefined, Problem>> {
  const at = new Date(now());
  return transact<Value | undefined>(db, async (tx) => {
    const webhook = await lockWebhook(tx, { tenantId, webhookId });
    if (!webhook) return fail({ code: 'webhook.not_found' });
    const done = await change(tx, webhook, at);
    if (!done.ok || done.value === undefined) return done;
    await appendEvents(tx, tenantId, [
      {
        ticketId: null,
        kind,
        at,
        actor: agentActor(agent),
        params: { webhook: webhookId },
      },
    ]);
    return done;
  });
}
