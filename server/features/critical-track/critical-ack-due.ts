import { and, eq, isNull } from 'drizzle-orm';
import type { Transaction } from '#server/db/connect.ts';
import type { Deps } from '#server/deps.ts';
import { callOnCall } from '#server/features/critical-track/call-on-call.ts';
import {
  criticalTracks,
  type CriticalTrackRow,
} from '#server/features/critical-track/critical-tracks.table.ts';
import { endCriticalTrack } from '#server/features/critical-track/end-critical-track.ts';
import { calledEvent, system } from '#server/features/critical-track/track-events.ts';
import { appendEvents } from '#server/features/event-log/append-events.ts';
import type { EventDraft } from '#server/features/event-log/event-body.ts';
import { findTicket } from '#server/features/tickets/tickets.repository.ts';
import { armTimers } from '#server/jobs/arm-timers.ts';
import type { ClaimedTimer, TimerHandler } from '#server/jobs/timer-handler.ts';

/**
 * Nobody has taken a critical ticket up in time: the breach is written down once, and the next of the
 * rota is called, again after each further term, until somebody comes or the rota ends.
 */
export const criticalAckDue =
  (deps: Pick<Deps, 'policies'>): TimerHandler =>
  async (tx, due, now) => {
    const held: ClaimedTimer[] = [];
    const events: EventDraft[] = [];
    for (const timer of due) {
      const track = await lockRunningTrack(tx, timer);
      if (track === 'held') held.push(timer);
      else if (track) events.push(...(await callNext(deps, tx, track, now)));
    }
    const [first] = due;
    if (first) await appendEvents(tx, first.tenantId, events);
    return held;
  };

async function callNext(
  { policies }: Pick<Deps, 'policies'>,
  tx: Transaction,
  track: CriticalTrackRow,
  now: Date,
): Promise<EventDraft[]> {
  const { tenantId, ticketId, startedAt, ackBy, breachedAt } = track;
  const ticket = await findTicket(tx, tenantId, ticketId);
  if (!ticket || ticket.status === 'resolved') {
    await endCriticalTrack(tx, track, now);
    return [];
  }
  const rule = policies.edition(tenantId, ticket.edition)?.pack.clocks.critical;
  const calls = rule?.ifSilent === 'next_on_call';
  const next = calls ? await callOnCall(tx, track, track.called, now) : undefined;
  await tx
    .update(criticalTracks)
    .set({ breachedAt: breachedAt ?? now, called: next ? [...track.called, next] : track.called })
    .where(and(eq(criticalTracks.tenantId, tenantId), eq(criticalTracks.ticketId, ticketId)));
  const fireAt = new Date(now.getTime() + ackBy.getTime() - startedAt.getTime());
  if (next)
    await armTimers(tx, [{ tenantId, subjectId: ticketId, kind: 'critical_ack.due', fireAt }]);
  const by = { ticketId, at: now, actor: system };
  return [
    ...(breachedAt
      ? []
      : [{ ...by, kind: 'due_breached' as const, params: { clock: 'critical_ack' } }]),
    next ? calledEvent(ticketId, next, now) : { ...by, kind: 'on_call_exhausted' },
  ];
}

/** Undefined where the track has ended. */
async function lockRunningTrack(
  tx: Transaction,
  { tenantId, subjectId }: ClaimedTimer,
): Promise<CriticalTrackRow | 'held' | undefined> {
  const running = and(
    eq(criticalTracks.tenantId, tenantId),
    eq(criticalTracks.ticketId, subjectId),
    isNull(criticalTracks.endedAt),
  );
  const [track] = await tx
    .select()
    .from(criticalTracks)
    .where(running)
    .for('update', { skipLocked: true });
  if (track) return track;
  const [busy] = await tx.select().from(criticalTracks).where(running);
  return busy && 'held';
}
