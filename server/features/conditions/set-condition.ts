import { fail, succeed, type Result } from '#shared/result.ts';
import type { ConditionBody } from '#shared/wire/conditions.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import { agentActor, type Agent } from '#server/features/agents/agent.ts';
import { appendEvents } from '#server/features/event-log/append-events.ts';
import {
  agreementProof,
  saveProof,
} from '#server/features/requesters/requester-proofs.repository.ts';
import { lockTicket } from '#server/features/tickets/lock-ticket.ts';

/**
 * What an agent found of a condition of support, or that the requester has accepted the agreement. It
 * refuses nothing by itself; a broken one names the reason by which an agent may.
 *
 * Fails with `ticket.not_found` or `condition.unknown`.
 */
export async function setCondition(
  deps: Deps,
  place: { readonly tenantId: string; readonly ticketId: string },
  { condition, state }: ConditionBody,
  agent: Agent,
): Promise<Result<void, Problem>> {
  const { tenantId, ticketId } = place;
  return transact(deps.db, async (tx) => {
    const locked = await lockTicket(tx, place);
    if (!locked.ok) return locked;
    const { edition, requesterId } = locked.value;
    const known = deps.policies.edition(tenantId, edition)?.pack.entitlement.conditions ?? [];
    if (condition !== agreementProof && !known.some(({ id }) => id === condition)) {
      return fail({ code: 'condition.unknown', fields: ['condition'] });
    }
    const at = new Date(deps.now());
    const found = { subject: condition, state, source: 'agent', agentId: agent.id, at } as const;
    await saveProof(tx, { tenantId, requesterId, ticketId, ...found });
    const actor = agentActor(agent);
    await appendEvents(tx, tenantId, [
      { ticketId, kind: 'condition_set', at, actor, params: { condition, state } },
    ]);
    return succeed(undefined);
  });
}
