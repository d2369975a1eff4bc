import { and, eq } from 'drizzle-orm';
import { succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import { agentActor, type Agent } from '#server/features/agents/agent.ts';
import { appendEvents } from '#server/features/event-log/append-events.ts';
import { participants } from '#server/features/participants/participants.table.ts';
import { lockTicket, type TicketPlace } from '#server/features/tickets/lock-ticket.ts';

/** Lets an agent leave a ticket; what they wrote and worked stays. Fails with `ticket.not_found`. */
export async function removeParticipant(
  deps: Deps,
  place: TicketPlace,
  agentId: string,
  by: Agent,
): Promise<Result<void, Problem>> {
  const { tenantId, ticketId } = place;
  return transact(deps.db, async (tx) => {
    const locked = await lockTicket(tx, place);
    if (!locked.ok) return locked;
    const removed = await tx
      .delete(participants)
      .where(
        and(
          eq(participants.tenantId, tenantId),
          eq(participants.ticketId, ticketId),
          eq(participants.agentId, agentId),
        ),
      )
      .returning({ agentId: participants.agentId });
    if (removed.length === 0) return succeed(undefined);
    await appendEvents(tx, tenantId, [
      {
        ticketId,
        kind: 'participant_removed',
        at: new Date(deps.now()),
        actor: agentActor(by),
        params: { agent: agentId },
      },
    ]);
    return succeed(undefined);
  });
}
