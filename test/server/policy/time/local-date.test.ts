import { expect, test } from 'vitest';
import { dateText, dayMs, dayOf, yearOf } from '#server/policy/time/local-date.ts';

test('every day of a thousand years has the date and year that a Date gives it', () => {
  const wrong: number[] = [];
  for (let day = dayOf('1600-01-01'); day <= dayOf('2600-01-01'); day += 1) {
    const date = new Date(day * dayMs);
    const same =
      dateText(day) === date.toISOString().slice(0, 10) && yearOf(day) === date.getUTCFullYear();
    if (!same) wrong.push(day);
  }

  expect(wrong).toEqual([]);
});

test.each(['0000-01-01', '0000-02-29', '0001-01-01', '0099-12-31', '9999-12-31'])(
  'the ends of what can be written come back: %s',
  (date) => {
    expect(dateText(dayOf(date))).toBe(date);
    expect(yearOf(dayOf(date))).toBe(Number(date.slice(0, 4)));
  },
);
