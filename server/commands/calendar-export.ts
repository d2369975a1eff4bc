import type { Environment } from '#server/cli.ts';
import type { CalendarPlace } from '#server/commands/calendar.ts';
import { refuse } from '#server/commands/print.ts';
import { withDatabase } from '#server/commands/with-database.ts';
import { kindNames } from '#server/features/calendars/calendar-words.ts';
import { calendarsInForce } from '#server/features/calendars/calendars-in-force.ts';
import { calendarParts, resolveCalendar } from '#server/policy/calendar/calendar.ts';
import { writeIcal } from '#server/policy/calendar/ical-write.ts';
import { specialDays } from '#server/policy/calendar/special-days.ts';

/** Prints a year as iCalendar, as it is in force: what `calendar import --complete` takes back whole. */
export async function calendarExport(
  env: Environment,
  { calendar: id, year }: CalendarPlace,
): Promise<number> {
  return withDatabase(env, async (db, config) => {
    const inForce = await calendarsInForce(db, config.CALENDAR_DIR);
    if (!inForce.ok) return refuse(...inForce.failure);
    const calendar = resolveCalendar(inForce.value.sources, id);
    const status = calendar.statusOf(year);
    if (status === 'missing') return refuse(`Nobody has stated ${year} of ${id} yet.`);
    const locale = calendarParts[id].country === 'RU' ? 'ru' : 'uz';
    const days = specialDays(calendar, year);
    const text = writeIcal(
      { ...kindNames(locale), id, name: `${id} ${year}` },
      days.map((day) => ({ day, tentative: status !== 'final' })),
    );
    // the line's end that is printed after it is the second half of its last one
    console.log(text.slice(0, -1));
    return 0;
  });
}
