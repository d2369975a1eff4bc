import { sql } from 'drizzle-orm';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { WebhookBody, WebhookSecret } from '#shared/wire/webhooks.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import type { Agent } from '#server/features/agents/agent.ts';
import { logAgentAct } from '#server/features/agents/log-agent-act.ts';
import { takeMakingKey } from '#server/features/tickets/idempotency-keys.repository.ts';
import { lockWebhook } from '#server/features/webhooks/lock-webhook.ts';
import { renewSecret } from '#server/features/webhooks/webhook-secrets.repository.ts';
import { webhooks } from '#server/features/webhooks/webhooks.table.ts';

/**
 * Tells a receiver of what happens from now on. Its secret is said once; the same submission again gets
 * a fresh one in the place of the one that was lost.
 *
 * Fails with `idempotency_key.reused`, or `webhook.stopped` where what it made hears nothing any more.
 *
 * @param body its address has been judged: see `addressProblem`
 */
export async function addWebhook(
  deps: Pick<Deps, 'db' | 'ids' | 'now' | 'secretBox'>,
  tenantId: string,
  body: WebhookBody,
  { agent, idempotencyKey }: { readonly agent: Agent; readonly idempotencyKey: string },
): Promise<Result<WebhookSecret, Problem>> {
  const at = new Date(deps.now());
  const id = deps.ids.next('whk');
  return transact<WebhookSecret>(deps.db, async (tx) => {
    const taken = await takeMakingKey(tx, id, {
      tenantId,
      sender: agent.id,
      idempotencyKey,
      content: ['webhook', body],
      at,
    });
    if (!taken.ok) return taken;
    const place = { tenantId, webhookId: taken.value };
    const known = taken.value !== id;
    if (known && (await lockWebhook(tx, place))?.stoppedAt)
      return fail({ code: 'webhook.stopped' });
    const secret = await renewSecret(tx, deps, place, at);
    const act = { by: agent, at, params: { webhook: taken.value } };
    if (known) {
      await logAgentAct(tx, tenantId, { kind: 'webhook_secret_changed', ...act });
      return succeed({ id: taken.value, secret });
    }
    const seq = sql`(select last_seq from ticket_counters where tenant_id = ${tenantId})`;
    await tx
      .insert(webhooks)
      .values({ tenantId, id, ...body, seq, createdBy: agent.id, createdAt: at });
    await logAgentAct(tx, tenantId, { kind: 'webhook_added', ...act });
    return succeed({ id, secret });
  });
}
