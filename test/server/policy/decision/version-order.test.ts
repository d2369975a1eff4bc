import { expect, test } from 'vitest';
import {
  compareVersions,
  inRange,
  isVersion,
  versionSpellings,
} from '#server/policy/decision/version-order.ts';

test('S1.1.15 KB: versions stand in the order of their numbers, those tried out before them', () => {
  const ordered = [
    'вчерашняя',
    '0.9',
    '1.0.0-alpha',
    '1.0.0-alpha.1',
    '1.0.0-alpha.beta',
    '1.0.0-beta',
    '1.0.0-beta.2',
    '1.0.0-beta.11',
    '1.0.0-rc.1',
    '1.0.0',
    '1.2.0',
    '1.10',
    'v2.0.0+build.7',
  ];

  expect(ordered.toReversed().toSorted(compareVersions)).toEqual(ordered);
});

test.each([
  ['1.6', '1.6.0'],
  ['v1.6.0', '1.6.0'],
  ['1.6.0+7', '1.6.0'],
])('%s is %s', (a, b) => {
  expect(compareVersions(a, b)).toBe(0);
});

test.each([
  ['inside', { from: '1.2.0', before: '1.6.0' }, '1.5.9', true],
  ['the first that has it', { from: '1.2.0', before: '1.6.0' }, '1.2', true],
  ['the first that has it no more', { from: '1.2.0', before: '1.6.0' }, '1.6', false],
  ['before it came', { from: '1.2.0', before: null }, '1.1.9', false],
  ['without ends', { from: null, before: null }, '0.1', true],
  ['no version', { from: null, before: null }, 'x', false],
])('versions that have something: %s', (_case, range, version, expected) => {
  expect(inRange(range, version)).toBe(expected);
});

test.each(['', '1.', '.1', '1.2.3.4.5', '1..2', '1.2-'])('«%s» is no version', (text) => {
  expect(isVersion(text)).toBe(false);
});

test.each([
  ['7.2.0', ['7.2.0', 'v7.2.0', '7.2', 'v7.2']],
  ['7.0.0', ['7.0.0', 'v7.0.0', '7.0', 'v7.0', '7', 'v7']],
  ['7.2.10', ['7.2.10', 'v7.2.10']],
  ['2.0.0-rc.0', ['2.0.0-rc.0', 'v2.0.0-rc.0']],
])('%s is also written otherwise', (version, ways) => {
  expect(versionSpellings(version)).toEqual(ways);
});
