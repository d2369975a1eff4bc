import type { Severity } from '#shared/vocabulary.ts';
import type { Transaction } from '#server/db/connect.ts';
import { callOnCall } from '#server/features/critical-track/call-on-call.ts';
import { endCriticalTrack } from '#server/features/critical-track/end-critical-track.ts';
import { criticalTracks } from '#server/features/critical-track/critical-tracks.table.ts';
import { calledEvent } from '#server/features/critical-track/track-events.ts';
import type { EventDraft } from '#server/features/event-log/event-body.ts';
import { armTimers } from '#server/jobs/arm-timers.ts';
import { criticalTrack } from '#server/policy/life/critical-track.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

/** What the start of a track adds to the ticket's events. */
export interface StartedTrack {
  /** Somebody has to take it up by then; null where the regulation has no such clock. */
  readonly ackBy: Date | null;
  /** For the caller's log, after the event that made the ticket critical. */
  readonly events: readonly EventDraft[];
}

/**
 * Starts the second clock of a ticket that has become critical, round the clock, and calls the first
 * of the rota; one that is critical no more ends its clock. In the transaction of what changed it.
 */
export async function startCriticalTrack(
  tx: Transaction,
  pack: PolicyPack,
  place: { readonly tenantId: string; readonly ticketId: string },
  severity: Severity,
  at: Date,
): Promise<StartedTrack> {
  const track = criticalTrack(pack, { severity, receivedAt: at.getTime() });
  if (!track) {
    await endCriticalTrack(tx, place, at);
    return { ackBy: null, events: [] };
  }
  const { tenantId, ticketId } = place;
  const ackBy = new Date(track.ackBy);
  const first = await callOnCall(tx, place, [], at);
  const row = {
    tenantId,
    ticketId,
    startedAt: at,
    ackBy,
    breachedAt: null,
    takenUpAt: null,
    takenUpBy: null,
    called: first === undefined ? [] : [first],
    endedAt: null,
  };
  await tx
    .insert(criticalTracks)
    .values(row)
    .onConflictDoUpdate({ target: [criticalTracks.tenantId, criticalTracks.ticketId], set: row });
  await armTimers(tx, [{ tenantId, subjectId: ticketId, kind: 'critical_ack.due', fireAt: ackBy }]);
  return { ackBy, events: first === undefined ? [] : [calledEvent(ticketId, first, at)] };
}
