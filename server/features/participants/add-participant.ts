import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Transaction } from '#server/db/connect.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import { agentActor, type Agent } from '#server/features/agents/agent.ts';
import { findAgent } from '#server/features/agents/agents.repository.ts';
import { appendEvents } from '#server/features/event-log/append-events.ts';
import { shareOrder } from '#server/features/orders/orders.repository.ts';
import { participants } from '#server/features/participants/participants.table.ts';
import { lockTicket, type TicketPlace } from '#server/features/tickets/lock-ticket.ts';
import { takesWork } from '#server/policy/life/order-life.ts';
import { developerAdvice } from '#server/policy/life/developer-advice.ts';
import type { WorkTerms } from '#server/policy/life/work-terms.ts';

/** Who is brought in, and what for. */
export interface Joining {
  readonly agentId: string;
  readonly purpose: (typeof participants.$inferInsert)['purpose'];
  readonly orderId?: string | undefined;
}

/**
 * Brings an agent into a ticket; somebody who is in it stays as they are. Help is the desk's own
 * matter. Advice to the requester is given on the terms of their plan.
 *
 * Fails with `ticket.not_found`, `ticket.changed`, `agent.not_found`, `advice.order_needed`,
 * `advice.refused`, `order.not_found` or `order.not_accepted`.
 */
export async function addParticipant(
  deps: Deps,
  place: TicketPlace,
  { agentId, purpose, orderId }: Joining,
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
    const clause =
      purpose === 'advice' ? await adviceClause(tx, terms, place, orderId) : succeed(null);
    if (!clause.ok) return clause;
    const at = new Date(deps.now());
    const added = await tx
      .insert(participants)
      .values({
        tenantId,
        ticketId,
        agentId,
        purpose,
        clause: clause.value,
        addedBy: by.id,
        addedAt: at,
      })
      .onConflictDoNothing()
      .returning({ agentId: participants.agentId });
    if (added.length === 0) return succeed(undefined);
    await appendEvents(tx, tenantId, [
      {
        ticketId,
        kind: 'participant_added',
        at,
        actor: agentActor(by),
        params: { agent: agentId, role: agent.role, purpose },
      },
    ]);
    return succeed(undefined);
  });
}

/** The clause that gives the advice; null where the regulation sells none and so says nothing. */
async function adviceClause(
  tx: Transaction,
  terms: WorkTerms,
  { tenantId, ticketId }: TicketPlace,
  orderId: string | undefined,
): Promise<Result<string | null, Problem>> {
  if (terms.outcome === 'unstated') return succeed(null);
  const { clause } = terms;
  if (terms.outcome === 'included') return succeed(clause);
  if (terms.outcome === 'refuse') return fail({ code: 'advice.refused', clause });
  if (orderId === undefined) return fail({ code: 'advice.order_needed', clause });
  const order = await shareOrder(tx, tenantId, orderId);
  if (order?.ticketId !== ticketId) return fail({ code: 'order.not_found' });
  return takesWork(order.state)
    ? succeed(order.clause)
    : fail({ code: 'order.not_accepted', clause: order.clause });
}
