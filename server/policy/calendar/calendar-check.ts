import { feastsOf, isWeekend, offKinds } from './calendar-rule.ts';
import { calendarParts } from './calendar.ts';
import { type DerivedDay, derivedRussianYear } from './calendar-derived.ts';
import { type CalendarFinding, errorAt } from './calendar-findings.ts';
import {
  type CalendarDay,
  type CalendarSource,
  type CalendarYear,
  type Country,
  type WeekType,
  appliesTo,
} from './calendar-year.ts';
import { russianHolidays, uzbekHolidays } from './holidays-by-law.ts';
import { type LocalDay, dateText, dayOf } from '#server/policy/time/local-date.ts';

/** Everything that a calendar file says against the law, its decree or its published norm. */
export function checkCalendarFile(file: CalendarYear): CalendarFinding[] {
  return [
    ...weeksOf(file.country).flatMap((week) => checkDays(file, week, file.id)),
    ...(file.country === 'RU' ? checkRussianYear(file) : []),
  ];
}

/**
 * Whether days stand where they can, and everything that the law names is off. Lunar feasts may be a
 * day off their reckoning.
 */
export function checkDays(
  { country, year, days }: Pick<CalendarSource, 'country' | 'year' | 'days'>,
  week: WeekType,
  place: string,
): CalendarFinding[] {
  const own = days.filter((day) => appliesTo(day, week));
  const byDay = new Map(own.map((day) => [dayOf(day.date), day]));
  const isOff = (day: LocalDay) => isDayOff(byDay.get(day), day, week);
  const findings: CalendarFinding[] = [];
  for (const { date, kind, shortened } of own) {
    const wrong = errorAt(`${place} ${date}`);
    const weekend = isWeekend(dayOf(date), week);
    if (kind === 'working-weekend' && !weekend) {
      findings.push(wrong('calendar.misplaced', 'is a working day anyway'));
    }
    if ((kind === 'transferred' || kind === 'additional') && weekend) {
      findings.push(wrong('calendar.misplaced', 'is a weekend anyway'));
    }
    if ((kind === 'shortened' || shortened) && isOff(dayOf(date))) {
      findings.push(wrong('calendar.shortened_off', 'is shortened and off'));
    }
  }
  const fixed = new Set(fixedHolidays(country, year));
  for (const day of fixed) {
    if (isOff(day)) continue;
    const wrong = errorAt(`${place} ${dateText(day)}`);
    findings.push(wrong('calendar.holiday_worked', 'is a holiday of the law and not off'));
  }
  for (const { day, name } of country === 'UZ' ? feastsOf(year) : []) {
    // the holiday beside it is no feast
    const seen = (at: LocalDay) => isOff(at) && (at === day || !fixed.has(at));
    if ([day - 1, day, day + 1].some(seen)) continue;
    const wrong = errorAt(`${place} ${dateText(day)}`);
    findings.push(wrong('calendar.holiday_worked', `no day off for ${name.en} within a day`));
  }
  return findings;
}

function checkRussianYear({ id, year, transfers, norm, days }: CalendarYear): CalendarFinding[] {
  const wrong = errorAt(id);
  const findings: CalendarFinding[] = [];
  if (!transfers) {
    findings.push(wrong('calendar.transfers_missing', 'the moves of the decree are not stated'));
  } else {
    const derived = derivedRussianYear(year, transfers);
    const stated = new Map(days.map((day) => [dayOf(day.date), day]));
    const dates = new Set([...derived.keys(), ...stated.keys()]);
    for (const day of [...dates].toSorted((a, b) => a - b)) {
      const [byLaw, byFile] = [derived.get(day), stated.get(day)].map(whatItIs);
      if (byLaw === byFile || isAdditional(stated.get(day), derived.get(day))) continue;
      const at = errorAt(`${id} ${dateText(day)}`);
      findings.push(at('calendar.not_derived', `law and decree make it ${byLaw}, not ${byFile}`));
    }
  }
  if (!norm) return [...findings, wrong('calendar.norm_missing', 'the norm is not stated')];
  const { workingDays, hours40 } = normOf(year, days);
  if (workingDays !== norm.workingDays) {
    const problem = `${workingDays} working days, the published norm is ${norm.workingDays}`;
    findings.push(wrong('calendar.norm_differs', problem));
  }
  if (hours40 !== norm.hours40) {
    const problem = `${hours40} hours in a week of 40, the published norm is ${norm.hours40}`;
    findings.push(wrong('calendar.norm_differs', problem));
  }
  return findings;
}

/** A day that another decree closes besides, sometimes in mid-year, is stated and cannot be derived. */
const isAdditional = (stated: CalendarDay | undefined, derived: DerivedDay | undefined): boolean =>
  stated?.kind === 'additional' && (derived?.kind ?? 'shortened') === 'shortened';

const whatItIs = (day: Pick<CalendarDay, 'kind' | 'shortened'> | undefined): string =>
  !day ? 'an ordinary day' : day.shortened ? `${day.kind}, shortened` : day.kind;

/** Working days of a week of five, and their hours at eight a day, one less where it is shorter. */
function normOf(year: number, days: readonly CalendarDay[]): NonNullable<CalendarYear['norm']> {
  const byDay = new Map(days.map((day) => [dayOf(day.date), day]));
  let workingDays = 0;
  let shorter = 0;
  for (let day = dayOf(`${year}-01-01`); day <= dayOf(`${year}-12-31`); day += 1) {
    const special = byDay.get(day);
    if (isDayOff(special, day, 'five')) continue;
    workingDays += 1;
    if (special?.kind === 'shortened' || special?.shortened) shorter += 1;
  }
  return { workingDays, hours40: workingDays * 8 - shorter };
}

function isDayOff(special: CalendarDay | undefined, day: LocalDay, week: WeekType): boolean {
  if (special && offKinds.has(special.kind)) return true;
  return isWeekend(day, week) && special?.kind !== 'working-weekend';
}

const fixedHolidays = (country: Country, year: number): LocalDay[] =>
  (country === 'RU' ? russianHolidays : uzbekHolidays).map(({ on }) => dayOf(`${year}-${on}`));

/** Working weeks that a country's calendars are kept for. */
const weeksOf = (country: Country): WeekType[] =>
  Object.values(calendarParts)
    .filter((part) => part.country === country)
    .map(({ week }) => week);
