import type { ScheduleSpec, WeekRanges } from '#server/policy/time/schedule-days.ts';
import type { WallRange } from '#server/policy/time/wall-hours.ts';
import type { Dice } from './dice.ts';

/** A zone and the first dates of windows of five months, most of which hold a jump or a skipped date. */
export const places = [
  ['UTC', ['2026-01-01']],
  ['Europe/Moscow', ['2014-08-20', '2011-02-01', '2026-02-01']],
  ['Asia/Novosibirsk', ['2016-05-20']],
  ['Asia/Tashkent', ['2026-02-01']],
  ['Asia/Almaty', ['2023-12-20']],
  ['Asia/Kathmandu', ['1985-11-01']],
  ['Europe/Berlin', ['2026-01-20', '2026-08-20']],
  ['America/New_York', ['2026-01-10', '2026-09-01']],
  ['America/St_Johns', ['2010-01-10', '2010-09-01']],
  ['America/Sao_Paulo', ['2017-12-20', '2018-09-01']],
  ['Australia/Lord_Howe', ['2026-02-10', '2026-08-10']],
  ['Africa/Casablanca', ['2026-01-01']],
  ['Pacific/Apia', ['2011-11-01']],
  ['Pacific/Kwajalein', ['1993-07-01']],
] as const;

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const quarters = 24 * 4;

const usualHours = [
  [['09:00', '18:00']],
  [['10:00', '19:00']],
  [['00:00', '24:00']],
  [['22:00', '06:00']],
  [['02:30', '11:00']],
  [['20:00', '24:00']],
  [
    ['00:00', '02:00'],
    ['08:59:30', '17:30:15'],
  ],
  [
    ['09:00', '13:00'],
    ['13:00', '18:00'],
  ],
  [
    ['09:00', '13:00'],
    ['14:00', '18:00'],
  ],
] as const satisfies readonly WallRange[][];
const breaks = [
  ['13:00', '14:00'],
  ['12:00', '12:30'],
  ['23:30', '00:30'],
  ['01:45', '03:15'],
  ['10:00:30', '10:01'],
] as const satisfies readonly WallRange[];

/** Hours as a vendor may have them and as nobody has. Monday and Thursday have some every week. */
export function anySchedule(dice: Dice, timezone: string, dates: readonly string[]): ScheduleSpec {
  const date = () => dates[dice.whole(0, dates.length - 1)] ?? '';
  const some = <Value>(most: number, make: () => Value): Value[] =>
    Array.from({ length: dice.whole(0, most) }, make);
  const dayHours = () =>
    dice.chance(0.5) ? dice.pick(usualHours) : [anyRange(dice), ...some(1, () => anyRange(dice))];

  const hours: WeekRanges = Object.fromEntries(
    weekdays
      .filter((day) => day === 'mon' || day === 'thu' || dice.chance(0.7))
      .map((day) => [day, dayHours()]),
  );
  const everyDay = dayHours();
  const evenWeek: WeekRanges = Object.fromEntries(weekdays.map((day) => [day, everyDay]));
  const aBreak = () => [dice.pick(breaks)];
  return {
    timezone,
    hours: dice.chance(0.2) ? evenWeek : hours,
    holidays: some(8, date),
    shifts: Object.fromEntries(some(5, () => [date(), some(2, () => anyRange(dice))])),
    breaks: Object.fromEntries(some(5, () => [date(), aBreak()])),
    weeklyBreaks: dice.chance(0.5)
      ? {}
      : Object.fromEntries(some(4, () => [dice.pick(weekdays), aBreak()])),
  };
}

/** Quarter hours meet jumps and one another often. */
function anyRange(dice: Dice): WallRange {
  const [from, to] = [dice.whole(0, quarters - 1), dice.whole(0, quarters)];
  return from === to ? anyRange(dice) : [quarterText(from), quarterText(to)];
}

const quarterText = (quarter: number): string =>
  `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`;
