import { describe, expect, test } from 'vitest';
import { decision } from '#shared/wire/decision.ts';
import { checkCourse } from '#server/policy/watch/check-course.ts';
import { outageDecision, outageFiling } from '#server/policy/watch/outage.ts';
import { allowedSilence, silentChecks, silentSince } from '#server/policy/watch/silence.ts';
import { packFiles, packOf, policyOf } from '#test/support/policies.ts';

const packs = packFiles.map(packOf);

describe('an outage of the platform', () => {
  test('is critical at once, and only suggested where the regulation leaves the word to an agent', () => {
    expect(packs.map((pack) => [pack.vendor, outageFiling(pack)])).toEqual([
      ['didox24', { category: 'error', severity: 'critical', answers: {} }],
      ['jokercrm', { category: 'error', severity: 'normal', answers: { impact: 'whole' } }],
      ['modme', { category: 'error', severity: 'critical', answers: {} }],
      ['moidokumenty', { category: 'error', severity: 'critical', answers: {} }],
      ['technokad', { category: 'error', severity: 'critical', answers: {} }],
    ]);
  });

  test.each(packs.map(({ vendor }) => vendor))(
    '%s: nobody is promised anything by it',
    (vendor) => {
      const decided = outageDecision(policyOf(vendor));

      expect(decision.parse(decided)).toEqual(decided);
      expect(decided.firstResponse).toMatchObject({ dueAt: null, unstated: 'term_not_stated' });
      expect(Object.keys(policyOf(vendor).pack.clauses)).toContain(decided.firstResponse.clause);
    },
  );
});

test.each([
  ['a success keeps it at nothing', 0, true, 0, 'none'],
  ['one failure may be the network', 0, false, 1, 'none'],
  ['the second opens', 1, false, 2, 'open'],
  ['the third opens again, where nothing is open', 2, false, 3, 'open'],
  ['a success after one failure has nothing to end', 1, true, 0, 'none'],
  ['a success after two ends it', 2, true, 0, 'recover'],
] as const)('the course of a check: %s', (_case, failuresInARow, passed, after, effect) => {
  expect(checkCourse({ failuresInARow, failuresToOpen: 2 }, passed)).toEqual({
    failuresInARow: after,
    effect,
  });
});

describe('the silence of the watch', () => {
  const minute = 60_000;
  const check = (everyMinutes: number, lastResultAt: number | null) => ({
    everyMinutes,
    createdAt: 0,
    lastResultAt,
  });

  test.each([
    ['nothing to watch', [], 60 * minute, null],
    ['a result five minutes ago', [check(1, 5 * minute)], 10 * minute, null],
    ['a moment longer', [check(1, 5 * minute)], 10 * minute + 1, 5 * minute],
    ['no result since the beginning', [check(5, null)], 10 * minute + 1, 0],
    ['one of two speaks', [check(5, null), check(5, 8 * minute)], 12 * minute, null],
    ['neither of two speaks', [check(5, null), check(5, 8 * minute)], 19 * minute, 8 * minute],
    ['both speak', [check(5, 4 * minute), check(5, 8 * minute)], 12 * minute, null],
    ['a rare check may be silent for two rounds', [check(60, 0)], 120 * minute, null],
  ] as const)('%s', (_case, checks, now, since) => {
    expect(silentSince(checks, now)).toBe(since);
  });

  test('is that of a check where others speak, the longest silent first', () => {
    const [first, second, speaks] = [check(5, null), check(5, minute), check(5, 8 * minute)];

    expect(silentChecks([second, speaks, first], 12 * minute)).toEqual([first, second]);
  });

  test('is allowed for two rounds of the most frequent check, at least five minutes', () => {
    expect([allowedSilence([check(1, 0)]), allowedSilence([check(30, 0), check(10, 0)])]).toEqual([
      5 * minute,
      20 * minute,
    ]);
  });
});
