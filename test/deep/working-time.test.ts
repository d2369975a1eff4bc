import { expect, test } from 'vitest';
import { places } from '#test/support/any-schedule.ts';
import { questionEngine } from '#test/support/working-time-laws.ts';

/** New questions each time; `HOURS_SEED=7 npm run test:deep` asks those of a run again. */
const seed = Number(process.env['HOURS_SEED'] ?? Date.now() % 2 ** 31);
const rest = { questions: 71_500, questionsPerSchedule: 400, spanDays: 1096 };

console.log(`working time: HOURS_SEED=${seed}`);

for (const [index, [timezone, firstDates]] of places.entries()) {
  test(`working time of ${timezone} over three years`, () => {
    questionEngine({ timezone, firstDates, seed: seed + index, ...rest });
  });
}

test('random questions are a million at least', () => {
  expect(places.length * rest.questions).toBeGreaterThanOrEqual(1_000_000);
});
