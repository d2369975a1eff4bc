import { and, eq } from 'drizzle-orm';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Transaction } from '#server/db/connect.ts';
import { meetings, type MeetingRow } from '#server/features/meetings/meetings.table.ts';
import { lockTicket } from '#server/features/tickets/lock-ticket.ts';
import type { TicketRow } from '#server/features/tickets/tickets.table.ts';

/** Which meeting about which ticket. */
export interface MeetingPlace {
  readonly tenantId: string;
  readonly ticketId: string;
  readonly meetingId: string;
}

/** Locks a meeting and its ticket for a change. Fails with `ticket.not_found` or `meeting.not_found`. */
export async function lockMeeting(
  tx: Transaction,
  place: MeetingPlace,
): Promise<Result<{ readonly ticket: TicketRow; readonly meeting: MeetingRow }, Problem>> {
  const locked = await lockTicket(tx, place);
  if (!locked.ok) return locked;
  const { tenantId, ticketId, meetingId } = place;
  const [meeting] = await tx
    .select()
    .from(meetings)
    .where(
      and(
        eq(meetings.tenantId, tenantId),
        eq(meetings.id, meetingId),
        eq(meetings.ticketId, ticketId),
      ),
    )
    .for('update');
  return meeting ? succeed({ ticket: locked.value, meeting }) : fail({ code: 'meeting.not_found' });
}
