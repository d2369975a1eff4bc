import { fail, type Result, succeed } from '#shared/result.ts';
import type { LocalText } from '#shared/wire/decision.ts';
import { type CalendarFinding, errorAt } from './calendar-findings.ts';
import { isWeekend, offKinds } from './calendar-rule.ts';
import { type CalendarDay, type WeekType, certainties } from './calendar-year.ts';
import type { IcalEvent } from './ical-read.ts';
import { type LocalDay, dateText, dayOf, yearOf } from '#server/policy/time/local-date.ts';

/** Properties that a file of ours carries beside what every program reads. */
export const ownProperties = {
  name: 'X-REGLAMENT-NAME',
  certainty: 'X-REGLAMENT-CERTAINTY',
} as const;

/** Categories that say what a day is; without one an event is a day off. */
export const dayCategories = {
  holiday: 'HOLIDAY',
  transferred: 'TRANSFERRED',
  additional: 'ADDITIONAL',
  'working-weekend': 'WORKING',
  shortened: 'SHORTENED',
} as const satisfies Record<CalendarDay['kind'], string>;

/** The days of an event that lie in a year; one that is said yearly counts from its own year on. */
export function daysInYear({ first, days, yearly }: IcalEvent, year: number): LocalDay[] {
  const monthAndDay = dateText(first).slice(4);
  const starts = yearly
    ? [year - 1, year]
        .filter((one) => one >= yearOf(first))
        .flatMap((one) => leapSafe(one, monthAndDay))
    : [first];
  return starts
    .flatMap((start) => Array.from({ length: days }, (_, index) => start + index))
    .filter((day) => yearOf(day) === year);
}

/** 29 February is a day of leap years only. */
const leapSafe = (year: number, monthAndDay: string): LocalDay[] =>
  monthAndDay === '-02-29' && new Date(Date.UTC(year, 1, 29)).getUTCMonth() !== 1
    ? []
    : [dayOf(`${year}${monthAndDay}`)];

/**
 * What an event makes of a date. Without a category it is a day off of the kind that the date was
 * known for, else an additional one.
 *
 * @param known what the date was before
 * @returns undefined where it says nothing: an event without a category over a weekend
 */
export function dayOfEvent(
  event: IcalEvent,
  day: LocalDay,
  known: CalendarDay | undefined,
  week: WeekType,
): Result<CalendarDay | undefined, CalendarFinding> {
  const kinds = kindsOf(event);
  const shortened = kinds.has('working-weekend') && kinds.delete('shortened');
  if (kinds.size > 1) {
    const wrong = errorAt(`line ${event.line}`);
    return fail(wrong('ical.category', 'is in categories that exclude each other'));
  }
  const wasOff = known && offKinds.has(known.kind) ? known : undefined;
  const [stated] = kinds;
  if (!stated && !wasOff && isWeekend(day, week)) return succeed(undefined);
  const kind = stated ?? wasOff?.kind ?? 'additional';
  const name = kind === 'shortened' ? undefined : nameOf(event, wasOff);
  return succeed({
    date: dateText(day),
    kind,
    ...(shortened ? { shortened } : {}),
    certainty: certaintyOf(event),
    ...(name ? { name } : {}),
  });
}

/** Categories of other programs are passed over. */
const kindsOf = ({ categories }: IcalEvent): Set<CalendarDay['kind']> =>
  new Set(
    (Object.keys(dayCategories) as CalendarDay['kind'][]).filter((kind) =>
      categories.includes(dayCategories[kind]),
    ),
  );

/** Names in three languages where the file has them or the day was known; else the summary for all. */
function nameOf(
  { own, summary }: IcalEvent,
  known: CalendarDay | undefined,
): LocalText | undefined {
  const [ru, uz, en] = ['ru', 'uz', 'en'].map((locale) =>
    own.get(`${ownProperties.name} ${locale}`),
  );
  if (ru && uz && en) return { ru, uz, en };
  if (known?.name) return known.name;
  return summary ? { ru: summary, uz: summary, en: summary } : undefined;
}

/** What somebody imports is certain to them, unless the file says less. */
const certaintyOf = ({ own }: IcalEvent): CalendarDay['certainty'] =>
  certainties.find((one) => one === own.get(ownProperties.certainty)) ?? 'certain';
