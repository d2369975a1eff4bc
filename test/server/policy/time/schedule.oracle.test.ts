import { expect, test } from 'vitest';
import { places } from '#test/support/any-schedule.ts';
import { questionEngine } from '#test/support/working-time-laws.ts';

/** The same questions each time; with `HOURS_SEED=7` before the command of the tests it asks others. */
const seed = Number(process.env['HOURS_SEED'] ?? 20261122);
const rest = { questions: 7_200, questionsPerSchedule: 100, spanDays: 60 };

console.log(`working time: HOURS_SEED=${seed}`);

/** Some two seconds a zone of one core, and many times that where others want it too. */
for (const [index, [timezone, firstDates]] of places.entries()) {
  test(`working time of ${timezone} keeps its laws and agrees with a walk day by day`, () => {
    questionEngine({ timezone, firstDates, seed: seed + index, ...rest });
  }, 240_000);
}

test('random questions are 100,000 at least', () => {
  expect(places.length * rest.questions).toBeGreaterThanOrEqual(100_000);
});
