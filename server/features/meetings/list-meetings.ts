import { and, asc, eq } from 'drizzle-orm';
import type { MeetingList } from '#shared/wire/meetings.ts';
import type { Database } from '#server/db/connect.ts';
import { meetingCalendar } from '#server/features/meetings/meeting-words.ts';
import { meetings } from '#server/features/meetings/meetings.table.ts';
import { shownNumber } from '#server/features/tickets/present-receipt.ts';
import type { TicketRow } from '#server/features/tickets/tickets.table.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

/** The meetings about a ticket, in their order. */
export async function listMeetings(
  db: Database,
  pack: PolicyPack,
  { tenantId, id, number, locale }: TicketRow,
): Promise<MeetingList> {
  const rows = await db
    .select()
    .from(meetings)
    .where(and(eq(meetings.tenantId, tenantId), eq(meetings.ticketId, id)))
    .orderBy(asc(meetings.at), asc(meetings.id));
  return {
    meetings: rows.map((row) => ({
      id: row.id,
      url: row.url,
      at: row.at.toISOString(),
      minutes: row.plannedMinutes,
      state: row.state,
      heldMinutes: row.heldMinutes,
      requesterTimezone: row.requesterTimezone,
      calendar: meetingCalendar(row, shownNumber(pack, number), locale),
    })),
  };
}
