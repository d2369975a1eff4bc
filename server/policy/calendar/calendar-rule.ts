import type { CalendarDay, Country, WeekType } from './calendar-year.ts';
import {
  type FixedHoliday,
  movedDayName,
  russianHolidays,
  uzbekFeasts,
  uzbekHolidays,
} from './holidays-by-law.ts';
import {
  type LocalDay,
  dateText,
  dayMs,
  dayOf,
  weekdayIndex,
} from '#server/policy/time/local-date.ts';

/**
 * The days of a year for which there is no file: holidays of the labour code and the move that it
 * orders by itself. Decrees are unknown, lunar feasts may be a day off, so all of it is estimated.
 */
export function daysByRule(country: Country, week: WeekType, year: number): CalendarDay[] {
  const holidays = country === 'RU' ? onDates(russianHolidays, year) : uzbekYear(year);
  const off = new Set(holidays.map(({ day }) => day));
  const days: CalendarDay[] = holidays.map(({ day, name }) => ({
    date: dateText(day),
    kind: 'holiday',
    certainty: 'estimated',
    name,
  }));

  for (const { day, moves } of holidays) {
    if (!moves || !isWeekend(day, week)) continue;
    let target = day + 1;
    while (isWeekend(target, week) || off.has(target)) target += 1;
    off.add(target);
    days.push({
      date: dateText(target),
      kind: 'transferred',
      certainty: 'estimated',
      name: movedDayName(day * dayMs),
    });
  }

  for (const eve of evesOf(holidays, year)) {
    if (isWeekend(eve, week) || off.has(eve)) continue;
    days.push({ date: dateText(eve), kind: 'shortened', certainty: 'estimated' });
  }
  return days.sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** Kinds of days that are off. */
export const offKinds: ReadonlySet<CalendarDay['kind']> = new Set([
  'holiday',
  'transferred',
  'additional',
]);

/** Saturday and Sunday in a week of five days, Sunday in one of six. */
export const isWeekend = (day: LocalDay, week: WeekType): boolean =>
  weekdayIndex(day) >= (week === 'five' ? 5 : 6);

interface Holiday extends Pick<FixedHoliday, 'name' | 'moves'> {
  readonly day: LocalDay;
}

const onDates = (holidays: readonly FixedHoliday[], year: number): Holiday[] =>
  holidays
    .map(({ on, name, moves }) => ({ day: dayOf(`${year}-${on}`), name, moves }))
    .sort((a, b) => a.day - b.day);

/** A feast may fall on a fixed holiday: then the day is one holiday. */
function uzbekYear(year: number): Holiday[] {
  const fixed = onDates(uzbekHolidays, year);
  const feasts = feastsOf(year).filter((feast) => fixed.every(({ day }) => day !== feast.day));
  return [...fixed, ...feasts].sort((a, b) => a.day - b.day);
}

/** First days of the lunar feasts of a year by the Umm al-Qura reckoning: right to a day. */
export function feastsOf(year: number): Holiday[] {
  const format = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
    month: 'numeric',
    day: 'numeric',
    timeZone: 'UTC',
  });
  const found: Holiday[] = [];
  for (let day = dayOf(`${year}-01-01`); day <= dayOf(`${year}-12-31`); day += 1) {
    const parts = format.formatToParts(day * dayMs);
    const read = (type: string) => Number(parts.find((part) => part.type === type)?.value);
    const feast = uzbekFeasts.find((one) => one.month === read('month') && one.day === read('day'));
    if (feast) found.push({ day, name: feast.name, moves: true });
  }
  return found;
}

/** Days of the year right before a holiday; the last one comes before the next year's first. */
const evesOf = (holidays: readonly Holiday[], year: number): LocalDay[] =>
  [...holidays.map(({ day }) => day - 1), dayOf(`${year}-12-31`)].filter(
    (day) => day >= dayOf(`${year}-01-01`),
  );
