import {
  type HoursError,
  type HoursOp,
  type HoursQuestion,
  mostPeriods,
} from './hours-question.ts';
import { instantText } from '#server/policy/time/instant-text.ts';
import type { Interval } from '#server/policy/time/intervals.ts';
import { dateText, dayMs, dayOf } from '#server/policy/time/local-date.ts';
import {
  type ListEnd,
  nextClosing,
  periodsBackward,
  periodsForward,
} from '#server/policy/time/openings.ts';
import { deadline, elapsed } from '#server/policy/time/pauses.ts';
import type { Moment } from '#server/policy/time/schedule-clock.ts';
import type { Schedule } from '#server/policy/time/schedule.ts';
import { intersectionOf, unionOf } from '#server/policy/time/two-schedules.ts';

/** An answer as it travels, and the first and last instant whose days it depends on. */
export interface HoursReply {
  readonly answer: Readonly<Record<string, unknown>>;
  readonly from: number;
  readonly to: number;
}

type Nullable<Given> = { readonly [Name in keyof Given]?: Given[Name] | null | undefined };

/** Operations that are put to working time. */
export type ScheduleOp = Exclude<HoursOp, 'localToInstant' | 'validate'>;
/** Answers one question of working time. @throws RangeError as the engine does */
export type Operation<Op extends HoursOp> = (
  schedule: Schedule,
  asked: HoursQuestion<Op>,
  other: Schedule,
) => HoursReply | HoursError;

const reply = (answer: HoursReply['answer'], ...instants: readonly number[]): HoursReply => ({
  answer,
  from: Math.min(...instants),
  to: Math.max(...instants),
});
const momentReply = ({ earliest, latest }: Moment, at: number): HoursReply =>
  reply({ earliest: instantText(earliest), latest: instantText(latest) }, at, earliest, latest);
const instantReply = (found: number, at: number): HoursReply =>
  reply({ at: instantText(found) }, at, found);
const msOf = (seconds: number): number => Math.round(seconds * 1000);
/** The instant at the end of a stretch is not part of it. */
const lastBefore = (from: number, to: number): number => Math.max(from, to - 1);

function stretchReply(answer: HoursReply['answer'], one: number, other: number): HoursReply {
  const [from, to] = [Math.min(one, other), Math.max(one, other)];
  return reply(answer, from, lastBefore(from, to));
}

function listReply(
  periods: readonly Interval[],
  from: number,
  until?: number,
): HoursReply | HoursError {
  if (periods.length > mostPeriods) return 'hours.out_of_range';
  const list = periods.map(({ start, end }) => [instantText(start), instantText(end)]);
  const last = periods.at(-1) ?? { start: from, end: from };
  const to = until ?? (last.end > from ? last.end : last.start);
  return stretchReply({ periods: list }, from, to);
}

function dateReply(
  { zone }: Schedule,
  answer: HoursReply['answer'],
  ...dates: readonly string[]
): HoursReply {
  return reply(answer, ...dates.map((date) => zone.toInstant(dayOf(date) * dayMs)));
}

const localDate = ({ zone }: Schedule, day: string | number): string =>
  typeof day === 'string' ? day : dateText(Math.floor(zone.toLocal(day) / dayMs));

const listEnd = ({ until, count }: Nullable<ListEnd>): ListEnd => ({
  ...(typeof until === 'number' ? { until } : {}),
  ...(typeof count === 'number' ? { count } : {}),
});

/** How each operation is answered. */
export const hoursOperations: { readonly [Op in ScheduleOp]: Operation<Op> } = {
  add: (schedule, { at, seconds }) => momentReply(schedule.add(at, msOf(seconds)), at),
  subtract: (schedule, { at, seconds }) => momentReply(schedule.subtract(at, msOf(seconds)), at),
  between: (schedule, { from, to }) =>
    stretchReply({ seconds: schedule.between(from, to) / 1000 }, from, to),
  isOpen: (schedule, { at }) => reply({ open: schedule.isOpen(at) }, at),
  nextOpen: (schedule, { at }) => instantReply(schedule.nextOpen(at), at),
  nextClose: (schedule, { at }) => instantReply(nextClosing(schedule, at), at),
  prevEdge: (schedule, { at }) => instantReply(schedule.prevEdge(at), at),
  isBusinessDay: (schedule, { date }) =>
    dateReply(schedule, { businessDay: schedule.isBusinessDay(date) }, date),
  addBusinessDates: (schedule, { date, days }) => {
    const found = schedule.addBusinessDates(date, days);
    return dateReply(schedule, { date: found }, date, found);
  },
  addBusinessDays: (schedule, { at, days, mode }) =>
    instantReply(schedule.addBusinessDays(at, days, mode), at),
  businessDaysBetween: (schedule, asked) => {
    const [from, to] = [localDate(schedule, asked.from), localDate(schedule, asked.to)];
    const days = schedule.businessDaysBetween(from, to, asked.range);
    return dateReply(schedule, { days }, from, to);
  },
  periods: (schedule, { from, ...asked }) => {
    const end = listEnd(asked);
    return listReply(periodsForward(schedule, from, end), from, end.until);
  },
  periodsBackward: (schedule, { from, ...asked }) => {
    const end = listEnd(asked);
    return listReply(periodsBackward(schedule, from, end), from, end.until);
  },
  deadline: (schedule, { start, seconds, pauses }) => {
    const moment = deadline(schedule, start, msOf(seconds), pauses);
    return moment ? momentReply(moment, start) : 'hours.not_found';
  },
  elapsed: (schedule, { from, to, pauses }) =>
    stretchReply({ seconds: elapsed(schedule, from, to, pauses) / 1000 }, from, to),
  union: (schedule, { from, until }, other) =>
    listReply(unionOf(schedule, other, from, until), from, until),
  intersect: (schedule, { from, until }, other) =>
    listReply(intersectionOf(schedule, other, from, until), from, until),
};
