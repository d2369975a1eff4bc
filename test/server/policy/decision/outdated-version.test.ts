import { expect, test } from 'vitest';
import { currentVersion, outdatedVersion } from '#server/policy/decision/outdated-version.ts';

// 1.4.3 came out after 1.6.0
const releases = [
  { version: '1.4.2', fixes: ['Вход'] },
  { version: '1.5.0', fixes: ['Подпись'] },
  { version: '1.6.0', fixes: ['Новые правила оператора'] },
  { version: '1.4.3', fixes: ['Печать'] },
];

test.each([
  ['an old version', '1.4.2', ['Печать', 'Подпись', 'Новые правила оператора']],
  ['the one before the last', '1.5.0', ['Новые правила оператора']],
  ['a version nobody knows', '1.5.7', ['Новые правила оператора']],
  ['a version without its last number', '1.5', ['Новые правила оператора']],
])('S1.1.15 DSK: %s is seen with what newer ones mend', (_case, installed, fixes) => {
  expect(outdatedVersion(releases, installed)).toEqual({ installed, current: '1.6.0', fixes });
});

test.each([
  ['the current one', '1.6.0'],
  ['one that is still to come', '1.10.0'],
  ['what is no version', 'сборка от вторника'],
])('S1.1.15 DSK: %s is not outdated', (_case, installed) => {
  expect(outdatedVersion(releases, installed)).toBeNull();
});

test('without any release nothing is outdated', () => {
  expect(outdatedVersion([], '1.0.0')).toBeNull();
});

test('S1.1.15 KB: the current version is the highest, whichever came out last, and none that is tried out', () => {
  expect(currentVersion([...releases, { version: '2.0.0-rc.1', fixes: [] }])).toBe('1.6.0');
  expect(currentVersion([])).toBeNull();
});
