import type { ScheduleSpec } from '#server/policy/time/schedule-days.ts';
import { type Schedule, compileSchedule } from '#server/policy/time/schedule.ts';
import { diceOf } from '#test/support/dice.ts';
import { calendarYears } from '#test/support/policies.ts';
import {
  type OtherHours,
  type PlainWeek,
  momentBusinessTime,
  temporalWalk,
} from './other-hours.ts';

/**
 * `npm run bench:hours`: working time counted on one core, by the engine and by others with the same
 * week and days off of 2026, in the same run; what ten years cost to compile and to keep. Rates are of
 * processor time, so that a busy machine is no slower: the median of the batches. Half a minute.
 */

const targets = { add: 5_000_000, between: 2_000_000, flat: 3, compileMs: 10 };
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const yearMs = 365 * dayMs;
const batches = 9;

const collectGarbage = globalThis.gc;
if (!collectGarbage) throw new Error('needs --expose-gc, as the script in package.json gives it');

const daysOff = calendarYears
  .filter(({ id }) => id === 'ru-2026')
  .flatMap(({ days }) => days)
  .filter(({ kind, weeks }) => (kind === 'holiday' || kind === 'transferred') && !weeks)
  .map(({ date }) => date);
const week: PlainWeek = { timezone: 'Europe/Moscow', opens: '09:00', closes: '18:00', daysOff };
const hours = [[week.opens, week.closes]] as const;
const spec: ScheduleSpec = {
  timezone: week.timezone,
  hours: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours },
  holidays: daysOff,
};
/** Open time to add, and elapsed time to count over. A year has about 247 days of nine hours. */
const spans = [
  { name: '4 hours', addMs: 4 * hourMs, betweenMs: 4 * hourMs },
  { name: '500 hours', addMs: 500 * hourMs, betweenMs: 500 * hourMs },
  { name: '3 years', addMs: 3 * 247 * 9 * hourMs, betweenMs: 3 * yearMs },
] as const;
const [firstInstant, lastInstant] = [Date.UTC(2026, 0, 1), Date.UTC(2026, 11, 1)];
const dice = diceOf(1);
const instants = Array.from(
  { length: 4096 },
  () => minuteMs * dice.whole(firstInstant / minuteMs, lastInstant / minuteMs),
);

/** What calls answer is added up here, so that none can be left out. */
let sink = 0;

const compiled = compileTimes();
const keptKilobytes = memoryOfTenYears();
const ours = tenYears();
const moment = momentBusinessTime(week);
const walk = temporalWalk(week);
checkAnswers(60);

console.log(
  `calls a second: ${week.timezone}, 09:00–18:00, Monday to Friday, ${daysOff.length} days off`,
);
console.log(
  row(
    '',
    spans.map(({ name }) => name),
  ),
);
const add = compare(
  'add',
  (at, { addMs }) => ours.add(at, addMs).earliest,
  (other, at, { addMs }) => other.add(at, addMs / minuteMs),
);
const between = compare(
  'between',
  (at, { betweenMs }) => ours.between(at, at + betweenMs),
  (other, at, { betweenMs }) => other.between(at, at + betweenMs),
);
const results = [
  atLeast('add a second', Math.min(...add), targets.add),
  atLeast('between a second', Math.min(...between), targets.between),
  atMost('add, fastest to slowest span', Math.max(...add) / Math.min(...add), targets.flat),
  atMost(
    'between, fastest to slowest span',
    Math.max(...between) / Math.min(...between),
    targets.flat,
  ),
  atMost('ten years compiled warm, ms', compiled.warmMs, targets.compileMs),
];
console.log(
  `ten years compiled first, with nothing known of the zone: ${compiled.coldMs.toFixed(1)} ms`,
);
console.log(`ten years kept: ${keptKilobytes.toFixed(0)} kB`);
process.exitCode = results.every(Boolean) ? 0 : 1;

function tenYears(): Schedule {
  const schedule = compileSchedule(spec);
  schedule.between(firstInstant, firstInstant + 10 * yearMs);
  return schedule;
}

function compileTimes() {
  const [cold = 0, ...warm] = Array.from({ length: 31 }, () => processorMs(tenYears));
  return { coldMs: cold, warmMs: median(warm.slice(10)) };
}

function memoryOfTenYears(): number {
  const used = () => {
    collectGarbage?.();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  const before = used();
  const kept = Array.from({ length: 20 }, tenYears);
  return (used() - before) / kept.length / 1024;
}

/** Nothing is compared that answers otherwise. */
function checkAnswers(count: number): void {
  for (const [index, at] of instants.slice(0, count).entries()) {
    // three years take moment-business-time a third of a second
    for (const { addMs, betweenMs } of index % 20 === 0 ? spans : spans.slice(0, 2)) {
      const [due, open] = [ours.add(at, addMs).earliest, ours.between(at, at + betweenMs)];
      for (const other of [moment, walk]) {
        const answers = [other.add(at, addMs / minuteMs), other.between(at, at + betweenMs)];
        if (answers[0] === due && answers[1] === open / minuteMs) continue;
        throw new Error(
          `${other.name} at ${at}: ${answers.join(', ')}, not ${due}, ${open / minuteMs}`,
        );
      }
    }
  }
}

type Span = (typeof spans)[number];

/** Prints a line each and the factors between them; returns the engine's rates, span by span. */
function compare(
  operation: string,
  own: (at: number, span: Span) => number,
  theirs: (other: OtherHours, at: number, span: Span) => number,
): number[] {
  const rates = spans.map((span) => rateOf((at) => own(at, span)));
  console.log(
    row(
      `${operation}, ours`,
      rates.map(({ processor }) => whole(processor)),
    ),
  );
  console.log(
    row(
      `  by the clock on the wall`,
      rates.map(({ wall }) => whole(wall)),
    ),
  );
  for (const other of [moment, walk]) {
    const slower = spans.map((span) => rateOf((at) => theirs(other, at, span)).processor);
    const factors = slower.map(
      (rate, index) => `${whole(rate)} (1/${whole((rates[index]?.processor ?? 0) / rate)})`,
    );
    console.log(row(`${operation}, ${other.name}`, factors));
  }
  return rates.map(({ processor }) => processor);
}

/** Calls a second, the median of batches of some fifty milliseconds or of one call. */
function rateOf(call: (at: number) => number) {
  let count = 1;
  while (processorMs(() => repeat(call, count)) < 50) count *= 2;
  const found = Array.from({ length: count > 1 ? batches : 3 }, () => {
    const start = performance.now();
    const processor = count / processorMs(() => repeat(call, count));
    return { processor, wall: count / (performance.now() - start) };
  });
  return {
    processor: 1000 * median(found.map(({ processor }) => processor)),
    wall: 1000 * median(found.map(({ wall }) => wall)),
  };
}

function repeat(call: (at: number) => number, count: number): void {
  for (let index = 0; index < count; index += 1) {
    sink += call(instants[index % instants.length] ?? 0);
  }
}

function processorMs(act: () => unknown): number {
  const start = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(start);
  return Math.max(1, user + system) / 1000;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function row(name: string, cells: readonly string[]): string {
  return name.padEnd(34) + cells.map((cell) => cell.padStart(20)).join('');
}

function whole(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 1 : 0 });
}

function atLeast(what: string, value: number, target: number): boolean {
  console.log(`${what}: ${whole(value)} (at least ${whole(target)})`);
  return value >= target;
}

function atMost(what: string, value: number, target: number): boolean {
  console.log(`${what}: ${whole(value)} (at most ${whole(target)})`);
  return value <= target;
}
