import { and, eq } from 'drizzle-orm';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import { agentActor, type Agent } from '#server/features/agents/agent.ts';
import { appendEvents } from '#server/features/event-log/append-events.ts';
import { lockMeeting, type MeetingPlace } from '#server/features/meetings/lock-meeting.ts';
import { meetings } from '#server/features/meetings/meetings.table.ts';
import { mailRequester } from '#server/features/outbox/mail-requester.ts';

/**
 * Calls a planned meeting off and tells the requester; again is harmless.
 *
 * Fails with `ticket.not_found`, `meeting.not_found` or `meeting.over`.
 */
export async function cancelMeeting(
  deps: Deps,
  place: MeetingPlace,
  agent: Agent,
): Promise<Result<void, Problem>> {
  const { tenantId, ticketId, meetingId } = place;
  return transact(deps.db, async (tx) => {
    const locked = await lockMeeting(tx, place);
    if (!locked.ok) return locked;
    const { ticket, meeting } = locked.value;
    if (meeting.state === 'held') return fail({ code: 'meeting.over' });
    if (meeting.state === 'cancelled') return succeed(undefined);
    const at = new Date(deps.now());
    await tx
      .update(meetings)
      .set({ state: 'cancelled' })
      .where(and(eq(meetings.tenantId, tenantId), eq(meetings.id, meetingId)));
    await mailRequester(tx, ticket, 'meeting_cancelled', at, undefined, {
      meeting: meetingId,
    });
    await appendEvents(tx, tenantId, [
      {
        ticketId,
        kind: 'meeting_cancelled',
        at,
        actor: agentActor(agent),
        params: { meeting: meetingId, at: meeting.at.toISOString() },
      },
    ]);
    return succeed(undefined);
  });
}
