import { sameKind } from './import-year.ts';
import type { CalendarDay } from './calendar-year.ts';
import type { Calendar } from './calendar.ts';
import { type LocalDay, dateText, dayOf } from '#server/policy/time/local-date.ts';

/** One date that is not what it was. */
export interface CalendarChange {
  /** `conflict`: the date was stated before, as something else. */
  readonly change: 'added' | 'removed' | 'conflict';
  readonly date: string;
  readonly before?: CalendarDay;
  readonly after?: CalendarDay;
}

/** What becomes of a year's dates; names and certainty apart. */
export function changesOfYear(before: Calendar, after: Calendar, year: number): CalendarChange[] {
  const changes: CalendarChange[] = [];
  for (let day = dayOf(`${year}-01-01`); day <= dayOf(`${year}-12-31`); day += 1) {
    const [was, is] = [before.dayOn(day), after.dayOn(day)];
    if (!sameKind(was, is)) changes.push(changeOf(day, was, is));
  }
  return changes;
}

const changeOf = (
  day: LocalDay,
  before: CalendarDay | undefined,
  after: CalendarDay | undefined,
): CalendarChange => ({
  change: before && after ? 'conflict' : after ? 'added' : 'removed',
  date: dateText(day),
  ...(before ? { before } : {}),
  ...(after ? { after } : {}),
});

const signs = { added: '+', removed: '-', conflict: '!' } as const;

/** `+ 2027-01-02 additional`, `! 2027-05-10 transferred → working-weekend`. */
export const changeLine = ({ change, date, before, after }: CalendarChange): string =>
  `${signs[change]} ${date} ${[before, after].flatMap((day) => (day ? [kindText(day)] : [])).join(' → ')}`;

const kindText = ({ kind, shortened }: CalendarDay): string =>
  shortened ? `${kind}, shortened` : kind;
