import { and, eq } from 'drizzle-orm';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { CriticalityView } from '#shared/wire/watch.ts';
import type { Deps } from '#server/deps.ts';
import {
  criticalTracks,
  type CriticalTrackRow,
} from '#server/features/critical-track/critical-tracks.table.ts';
import { readThread } from '#server/features/messages/messages.repository.ts';
import { findTicket } from '#server/features/tickets/tickets.repository.ts';
import { severityOf } from '#server/policy/decision/severity-choice.ts';
import { criticalState } from '#server/policy/life/critical-track.ts';

/**
 * How critical a ticket is: what the rule of its edition only suggests, what holds, and where the
 * second clock stands. Fails with `ticket.not_found`.
 */
export async function readCriticality(
  deps: Deps,
  tenantId: string,
  ticketId: string,
): Promise<Result<CriticalityView, Problem>> {
  const ticket = await findTicket(deps.db, tenantId, ticketId);
  const policy = ticket && deps.policies.edition(tenantId, ticket.edition);
  if (!policy) return fail({ code: 'ticket.not_found' });
  const { request } = await readThread(deps.db, tenantId, ticketId, false);
  const choice = severityOf(policy.pack, request.answers ?? {}, null);
  const [track] = await deps.db
    .select()
    .from(criticalTracks)
    .where(and(eq(criticalTracks.tenantId, tenantId), eq(criticalTracks.ticketId, ticketId)));
  return succeed({
    severity: ticket.severity,
    suggested:
      choice.by === 'requester' && choice.clause !== undefined
        ? { severity: choice.severity, clause: choice.clause }
        : null,
    track: track ? trackView(track, deps.now()) : null,
  });
}

function trackView(track: CriticalTrackRow, now: number): CriticalityView['track'] {
  const { startedAt, ackBy, takenUpAt, takenUpBy, endedAt, called } = track;
  return {
    startedAt: startedAt.toISOString(),
    ackBy: ackBy.toISOString(),
    state:
      endedAt && !takenUpAt
        ? 'ended'
        : criticalState({ ackBy: ackBy.getTime() }, takenUpAt?.getTime() ?? null, now),
    takenUpAt: takenUpAt?.toISOString() ?? null,
    takenUpBy,
    called: [...called],
  };
}
