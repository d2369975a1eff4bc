import { expect, test } from 'vitest';
import { compilePolicy } from '#server/policy/packs.ts';
import { failedCases } from '#server/policy/worked-cases.ts';
import { calendarYears, policyOf } from '#test/support/policies.ts';

test('an author who expects another instant is told which case, which fact and what the engine says', () => {
  const { pack } = policyOf('modme');
  const first = pack.cases.find(({ expect: expected }) => typeof expected.dueAt === 'string');
  const wrong = { ...first!, expect: { dueAt: '2020-01-01T00:00:00.000Z' } };
  const policy = compilePolicy({ ...pack, cases: [wrong] }, calendarYears);

  expect(failedCases(policy)).toEqual([
    {
      index: 0,
      name: first!.name,
      differences: [`dueAt is "${first!.expect.dueAt}", expected "2020-01-01T00:00:00.000Z"`],
    },
  ]);
});
