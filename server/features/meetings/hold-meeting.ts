import { and, eq } from 'drizzle-orm';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { MeetingHeldBody } from '#shared/wire/meetings.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import { agentActor, type Agent } from '#server/features/agents/agent.ts';
import { appendEvents } from '#server/features/event-log/append-events.ts';
import { writtenEvents } from '#server/features/hours/time-events.ts';
import { writeTime } from '#server/features/hours/write-time.ts';
import { lockMeeting, type MeetingPlace } from '#server/features/meetings/lock-meeting.ts';
import { meetings } from '#server/features/meetings/meetings.table.ts';

/**
 * Writes down that a meeting took place and how long; its minutes go to the hours ledger in the same
 * transaction, in the month of the meeting. Again is harmless: the first report stays.
 *
 * Fails with `ticket.not_found`, `meeting.not_found`, `meeting.over` or as `writeTime` does.
 */
export async function holdMeeting(
  deps: Deps,
  place: MeetingPlace,
  { minutes, order, ...terms }: MeetingHeldBody,
  agent: Agent,
): Promise<Result<void, Problem>> {
  const { tenantId, ticketId, meetingId } = place;
  return transact(deps.db, async (tx) => {
    const locked = await lockMeeting(tx, place);
    if (!locked.ok) return locked;
    const { meeting } = locked.value;
    if (meeting.state === 'cancelled') return fail({ code: 'meeting.over' });
    if (meeting.state === 'held') return succeed(undefined);
    const now = deps.now();
    const at = new Date(now);
    const written = await writeTime(tx, deps, deps.ids.next('tim'), {
      ...terms,
      tenantId,
      ticketId,
      agentId: agent.id,
      minutes,
      orderId: order,
      // people sometimes meet earlier than they planned
      workedAt: Math.min(meeting.at.getTime(), now),
    });
    if (!written.ok) return written;
    await tx
      .update(meetings)
      .set({ state: 'held', heldMinutes: minutes, timeEntryId: written.value.entry.id })
      .where(and(eq(meetings.tenantId, tenantId), eq(meetings.id, meetingId)));
    await appendEvents(tx, tenantId, [
      {
        ticketId,
        kind: 'meeting_held',
        at,
        actor: agentActor(agent),
        params: { meeting: meetingId, minutes },
      },
      ...writtenEvents('time_logged', written.value, at, agent),
    ]);
    return succeed(undefined);
  });
}
