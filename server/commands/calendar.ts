import type { Environment } from '#server/cli.ts';
import { calendarApply } from '#server/commands/calendar-apply.ts';
import { calendarCheck } from '#server/commands/calendar-check.ts';
import { calendarExport } from '#server/commands/calendar-export.ts';
import { calendarImport } from '#server/commands/calendar-import.ts';
import { misuse } from '#server/commands/print.ts';
import { calendarIds, type CalendarId } from '#server/policy/calendar/calendar.ts';

/** Everything a `calendar` command may be told by flags. */
export interface CalendarOptions {
  readonly dir?: string;
  readonly stored?: boolean;
  readonly calendar?: string;
  readonly year?: number | string;
  readonly complete?: boolean;
  readonly apply?: boolean;
}

/** A calendar and a year of it. */
export interface CalendarPlace {
  readonly calendar: CalendarId;
  readonly year: number;
}

/** `reglament calendar check | import FILE | export ID YEAR | apply`. @param now epoch milliseconds */
export async function calendarCommand(
  env: Environment,
  action: string,
  args: readonly string[],
  options: CalendarOptions,
  now: () => number,
): Promise<number> {
  if (action === 'check' && args.length === 0) return calendarCheck(env, options, now());
  if (action === 'apply' && args.length === 0) return calendarApply(env, options, now);
  if (action === 'export') {
    const place = args.length === 2 ? placeOf(args[0], args[1]) : undefined;
    return place
      ? calendarExport(env, place)
      : misuse(`Say \`calendar export ID YEAR\`; ID is one of ${calendarIds.join(', ')}.`);
  }
  if (action === 'import') {
    const place = placeOf(options.calendar, options.year);
    return place && args[0] !== undefined && args.length === 1
      ? calendarImport(env, { ...options, ...place, file: args[0] }, now)
      : misuse(
          'Say `calendar import FILE.ics --calendar ID --year YEAR`; ' +
            `ID is one of ${calendarIds.join(', ')}.`,
        );
  }
  return misuse('Say `calendar check`, `import FILE.ics`, `export ID YEAR` or `apply`.');
}

function placeOf(id: string | undefined, year: unknown): CalendarPlace | undefined {
  const calendar = calendarIds.find((one) => one === id);
  const number = Number(year);
  return calendar && Number.isInteger(number) && number >= 1900 && number <= 9998
    ? { calendar, year: number }
    : undefined;
}
