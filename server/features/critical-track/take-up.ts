import { and, eq } from 'drizzle-orm';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import { markNoticesSeen } from '#server/features/agent-notices/agent-notices.repository.ts';
import type { Agent } from '#server/features/agents/agent.ts';
import { criticalTracks } from '#server/features/critical-track/critical-tracks.table.ts';
import { endCriticalTrack } from '#server/features/critical-track/end-critical-track.ts';
import { appendEvents } from '#server/features/event-log/append-events.ts';
import { lockTicket, type TicketPlace } from '#server/features/tickets/lock-ticket.ts';

/**
 * An agent takes a critical ticket up: the second clock stops and nobody else is called. The first
 * one holds; again, or by another agent, changes nothing.
 *
 * Fails with `ticket.not_found`, `ticket.changed` or `ticket.not_critical` where no such clock runs.
 */
export async function takeUp(
  deps: Deps,
  place: TicketPlace,
  agent: Agent,
): Promise<Result<void, Problem>> {
  return transact(deps.db, async (tx) => {
    const locked = await lockTicket(tx, place);
    if (!locked.ok) return locked;
    const { tenantId, ticketId } = place;
    const here = and(eq(criticalTracks.tenantId, tenantId), eq(criticalTracks.ticketId, ticketId));
    const [track] = await tx.select().from(criticalTracks).where(here).for('update');
    if (!track) return fail({ code: 'ticket.not_critical' });
    if (track.takenUpAt) return succeed(undefined);
    const at = new Date(deps.now());
    await tx.update(criticalTracks).set({ takenUpAt: at, takenUpBy: agent.id }).where(here);
    await endCriticalTrack(tx, place, at);
    await markNoticesSeen(tx, tenantId, ticketId, at);
    await appendEvents(tx, tenantId, [
      { ticketId, kind: 'taken_up', at, actor: { kind: 'agent', id: agent.id } },
    ]);
    return succeed(undefined);
  });
}
