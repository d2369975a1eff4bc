import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import type { Agent } from '#server/features/agents/agent.ts';
import { findAgent } from '#server/features/agents/agents.repository.ts';
import { appendEvents } from '#server/features/event-log/append-events.ts';
import { participants } from '#server/features/participants/participants.table.ts';
import { lockTicket, type TicketPlace } from '#server/features/tickets/lock-ticket.ts';
import { developerAdvice } from '#server/policy/life/developer-advice.ts';

/** Who is brought in, and what for. */
export interface Joining {
  readonly agentId: string;
  readonly purpose: (typeof participants.$inferInsert)['purpose'];
}

/**
 * Brings an agent into a ticket; somebody who is in it stays as they are. Help is the desk's own
 * matter. Advice to the requester is given on the terms of their plan.
 *
 * Fails with `ticket.not_found`, `ticket.changed`, `agent.not_found`, `advice.order_needed` or
 * `advice.refused`.
 */
export async function addParticipant(
  deps: Deps,
  place: TicketPlace,
  { agentId, purpose }: Joining,
  by: Agent,
): Promise<Result<void, Problem>> {
  const { tenantId, ticketId } = place;
  const agent = await findAgent(deps.db, tenantId, agentId);
  if (!agent) return fail({ code: 'agent.not_found' });
  return transact(deps.db, async (tx) => {
    const locked = await lockTicket(tx, place);
    if (!locked.ok) return locked;
    const policy = deps.policies.edition(tenantId, locked.value.edition);
    if (!policy) return fail({ code: 'ticket.not_found' });
    const terms = developerAdvice(policy.pack, locked.value.plan ?? undefined);
    if (purpose === 'advice' && terms.outcome === 'order')
      return fail({ code: 'advice.order_needed', clause: terms.clause });
    if (purpose === 'advice' && terms.outcome === 'refuse')
      return fail({ code: 'advice.refused', clause: terms.clause });
    const at = new Date(deps.now());
    const clause = purpose === 'advice' && terms.outcome === 'included' ? terms.clause : null;
    const added = await tx
      .insert(participants)
      .values({ tenantId, ticketId, agentId, purpose, clause, addedBy: by.id, addedAt: at })
      .onConflictDoNothing()
      .returning({ agentId: participants.agentId });
    if (added.length === 0) return succeed(undefined);
    await appendEvents(tx, tenantId, [
      {
        ticketId,
        kind: 'participant_added',
        at,
        actor: { kind: 'agent', id: by.id },
        params: { agent: agentId, role: agent.role, purpose },
      },
    ]);
    return succeed(undefined);
  });
}
