import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';
import { type DateRange, dateRanges } from '#server/policy/time/business-days.ts';
import type { Moment } from '#server/policy/time/schedule-clock.ts';
import { type Schedule, compileSchedule } from '#server/policy/time/schedule.ts';
import { anySchedule } from './any-schedule.ts';
import { type Dice, diceOf } from './dice.ts';
import { type NaiveDay, naiveDays } from './naive-days.ts';
import { type NaiveMode, naiveHours, naiveModes } from './naive-hours.ts';

const dayMs = 86_400_000;
const quarterMs = 900_000;
/** Days at both ends of a window that no question is put in: answers may lie beyond it. */
const marginDays = 60;

/** What a run of random questions covers. */
export interface Round {
  readonly timezone: string;
  readonly firstDates: readonly [string, ...string[]];
  readonly seed: number;
  readonly questions: number;
  readonly questionsPerSchedule: number;
  /** The longest time between two instants of a question. */
  readonly spanDays: number;
}

type Naive = ReturnType<typeof naiveHours>;
interface Question {
  readonly at: number;
  readonly to: number;
  /** Open time to count from `at` on, and back from it. */
  readonly ms: number;
  readonly backMs: number;
  readonly date: string;
  readonly toDate: string;
  /** Business days to count from `at` on, and back from it. */
  readonly days: number;
  readonly backDays: number;
  readonly mode: NaiveMode;
  readonly range: DateRange;
}

/**
 * Puts random questions to the engine and to the walk day by day, and holds the engine to the laws
 * of working time besides.
 *
 * @throws AssertionError with the schedule and the question that were answered wrong
 */
export function questionEngine(round: Round): void {
  const { timezone, firstDates, seed, questions, questionsPerSchedule, spanDays } = round;
  const dice = diceOf(seed);
  const windowDays = Math.round(spanDays * 1.3) + 2 * marginDays;
  for (let asked = 0; asked < questions;) {
    const firstDate = dice.pick(firstDates);
    const days = naiveDays(timezone, firstDate, windowDays);
    const spec = anySchedule(
      dice,
      timezone,
      days.map(({ date }) => date),
    );
    const naive = naiveHours(spec, firstDate, windowDays);
    if (closesForLong(naive)) continue;
    const engine = compileSchedule(spec);
    for (let left = questionsPerSchedule; left > 0 && asked < questions; left -= 1) {
      const question = anyQuestion(dice, naive, days, spanDays);
      const asks = JSON.stringify({ question, spec });
      compare(engine, naive, question, asks);
      expect(brokenLaws(engine, question), asks).toEqual([]);
      asked += 1;
    }
  }
}

/** Whether a wait may leave the window, as where breaks take every hour of the week. */
const closesForLong = ({ openings }: Naive): boolean =>
  openings.length === 0 ||
  openings.some(({ start }, index) => start - (openings[index - 1]?.end ?? start) > 20 * dayMs);

function anyQuestion(
  dice: Dice,
  naive: Naive,
  days: readonly NaiveDay[],
  spanDays: number,
): Question {
  const [first, last] = [marginDays, days.length - marginDays];
  const [from, until] = [days[first]?.midnight ?? NaN, days[last]?.midnight ?? NaN];
  const instant = (low: number, high: number): number => {
    const at = dice.whole(Math.max(low, from), Math.min(high, until));
    if (dice.chance(0.3)) return at;
    if (dice.chance(0.4)) return within(Math.round(at / quarterMs) * quarterMs, from, until);
    const { start, end } = naive.openings.find((opening) => opening.end > at) ?? {
      start: at,
      end: at,
    };
    return within(dice.pick([start, end]) + dice.whole(-1, 1), from, until);
  };
  const spanMs = dice.pick([1, spanDays / 10, spanDays]) * dayMs;
  const at = instant(from, until);
  const [later, sooner] = [instant(at, at + spanMs), instant(at - spanMs, at)];
  const index = days.findLastIndex(({ exists, midnight }) => exists && midnight <= at);
  const to = dice.pick([later, sooner]);
  const count = (room: number) => dice.whole(1, dice.chance(0.5) ? 4 : 4 + Math.floor(room / 4));
  return {
    at,
    to,
    ms: dice.chance(0.05) ? 0 : naive.between(at, Math.max(at, later)),
    backMs: dice.chance(0.05) ? 0 : naive.between(Math.min(at, sooner), at),
    date: days[index]?.date ?? '',
    toDate: days[dice.whole(first, last)]?.date ?? '',
    days: count(last - index),
    backDays: count(index - first),
    mode: dice.pick(naiveModes),
    range: dice.pick(dateRanges),
  };
}

const within = (at: number, from: number, until: number): number =>
  Math.min(Math.max(at, from), until);

function compare(engine: Schedule, naive: Naive, question: Question, asks: string): void {
  const { at, to, ms, backMs, date, toDate, days, backDays, mode, range } = question;
  const listUntil = Math.min(to, at + 60 * dayMs);
  const counted = mode === 'sameClockRollBack' ? backDays : days;
  const closes = naive.nextClose(at);
  const answered = {
    add: engine.add(at, ms),
    subtract: engine.subtract(at, backMs),
    between: engine.between(at, to),
    isOpen: engine.isOpen(at),
    nextOpen: engine.nextOpen(at),
    nextClose: closes && engine.nextClose(at),
    prevEdge: engine.prevEdge(at),
    periods: engine.periods(at, listUntil),
    isBusinessDay: engine.isBusinessDay(date),
    after: engine.addBusinessDates(date, days),
    before: engine.addBusinessDates(date, -backDays),
    dates: engine.businessDaysBetween(date, toDate, range),
    reading: engine.addBusinessDays(at, counted, mode),
  };
  const opens = naive.nextOpen(at);
  const walked: typeof answered = {
    add: naive.add(at, ms),
    subtract: naive.subtract(at, backMs),
    between: naive.between(at, to),
    isOpen: naive.isOpen(at),
    nextOpen: opens,
    nextClose: closes && closes - opens > 400 * dayMs ? undefined : closes,
    prevEdge: naive.prevEdge(at),
    periods: naive.periods(at, listUntil),
    isBusinessDay: naive.isBusinessDay(date),
    after: naive.addBusinessDates(date, days),
    before: naive.addBusinessDates(date, -backDays),
    dates: naive.businessDaysBetween(date, toDate, range),
    reading: naive.addBusinessDays(at, counted, mode),
  };
  if (!isDeepStrictEqual(answered, walked)) expect(answered, asks).toEqual(walked);
}

/** Names of the laws that the engine's answers to one question do not keep. */
function brokenLaws(
  { add, subtract, between, isOpen, nextOpen, prevEdge, periods }: Schedule,
  { at, to, ms, backMs }: Question,
): string[] {
  const [due, back] = [add(at, ms), subtract(at, backMs)];
  const part = Math.floor(ms / 3);
  const [early, late] = [Math.min(at, to), Math.max(at, to)];
  const middle = Math.floor((early + late) / 2);
  const [opens, edge] = [nextOpen(at), prevEdge(at)];
  const open = between(early, late);
  const again = add(early, open);
  const later = add(late, ms);
  const laws = {
    'between undoes add': between(at, due.earliest) === ms && between(at, due.latest) === ms,
    'between undoes subtract':
      between(back.latest, at) === backMs && between(back.earliest, at) === backMs,
    'add undoes between': again.earliest <= late && late <= again.latest,
    'subtract undoes add':
      holds(subtract(due.earliest, ms), at) && holds(subtract(due.latest, ms), at),
    'add undoes subtract':
      holds(add(back.latest, backMs), at) && holds(add(back.earliest, backMs), at),
    'earliest is not after latest': due.earliest <= due.latest && back.earliest <= back.latest,
    'nothing shorter is enough':
      ms === 0 || (between(at, due.earliest - 1) === ms - 1 && isOpen(due.earliest - 1)),
    'latest is open': isOpen(due.latest),
    'more time is due later': part === ms || add(at, part).latest < due.latest,
    'a later start is not due sooner':
      add(early, ms).earliest <= later.earliest && add(early, ms).latest <= later.latest,
    'add is additive':
      isDeepStrictEqual(add(add(at, part).earliest, ms - part), due) || ms === part,
    'add is additive by the latest': add(add(at, part).latest, ms - part).latest === due.latest,
    'between is additive': between(early, middle) + between(middle, late) === open,
    'between is negative backwards': between(late, early) === 0 - open,
    'between counts the periods':
      periods(early, late).reduce((sum, { start, end }) => sum + end - start, 0) === open,
    'an open instant has a millisecond': isOpen(at) === (between(at, at + 1) === 1),
    'nothing lies before the next opening': between(at, opens) === 0 && isOpen(opens),
    'nothing lies after the last edge': between(edge, at) === 0 && isOpen(edge - 1),
  };
  return Object.entries(laws).flatMap(([law, kept]) => (kept ? [] : [law]));
}

const holds = ({ earliest, latest }: Moment, at: number): boolean => earliest <= at && at <= latest;
