import type { TimeEntryView } from '#shared/wire/hours.ts';
import type { deskApi } from '#test/support/api.ts';

/** What stands in the hours ledger for a ticket, the oldest first. */
export async function listTime(
  desk: Awaited<ReturnType<typeof deskApi>>,
  vendor: string,
  ticketId: string,
): Promise<TimeEntryView[]> {
  const read = await desk.get(vendor, `/tickets/${ticketId}/time`);
  return ((await read.json()) as { entries: TimeEntryView[] }).entries;
}
