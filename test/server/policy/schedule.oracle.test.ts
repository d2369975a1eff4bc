import { expect, test } from 'vitest';
import { places } from '#test/support/any-schedule.ts';
import { questionEngine } from '#test/support/working-time-laws.ts';

/** `HOURS_SEED=7 npx vitest run -c test/vitest.config.ts schedule.oracle` asks others. */
const seed = Number(process.env['HOURS_SEED'] ?? 20261122);
const questions = 7_200;

console.log(`working time: seed ${seed}`);

test.each(places)(
  'working time of %s keeps its laws and agrees with a walk day by day',
  (timezone, firstDates) => {
    questionEngine({ timezone, firstDates, seed, questions, spanDays: 60 });
  },
  240_000,
);

test('random questions are 100,000 at least', () => {
  expect(places.length * questions).toBeGreaterThanOrEqual(100_000);
});
