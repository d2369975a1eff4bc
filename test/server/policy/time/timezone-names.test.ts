import { expect, test } from 'vitest';
import { canonicalTimezone } from '#server/policy/time/timezone-names.ts';

test.each([
  ['Asia/Tashkent', 'Asia/Tashkent'],
  ['asia/TASHKENT', 'Asia/Tashkent'],
  ['US/Eastern', 'America/New_York'],
  ['UTC', 'UTC'],
  ['Asia/Toshkent', undefined],
  ['+05:00', undefined],
  ['', undefined],
])('%j is %s, asked once or again', (name, canonical) => {
  expect([canonicalTimezone(name), canonicalTimezone(name)]).toEqual([canonical, canonical]);
});

test('more names than there are zones are not kept', () => {
  const spelling = (index: number) =>
    'asia/tashkent'.replace(/[a-z]/g, (letter, place) =>
      (index >> place) & 1 ? letter.toUpperCase() : letter,
    );
  const names = Array.from({ length: 5000 }, (_, index) => spelling(index));

  expect(new Set(names.map(canonicalTimezone))).toEqual(new Set(['Asia/Tashkent']));
}, 60_000);
