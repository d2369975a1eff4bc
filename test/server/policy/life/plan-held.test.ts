import { expect, test } from 'vitest';
import { planHeld, type PlanPeriod } from '#server/policy/life/plan-held.ts';
import { policyOf } from '#test/support/policies.ts';

const policy = policyOf('jokercrm');
const msk = (local: string) => Date.parse(`${local}+03:00`);
const period = (
  plan: string | null,
  validFrom: string,
  validUntil: string | null,
  signedOn: string | null = null,
): PlanPeriod => ({ plan, validFrom, validUntil, signedOn });
const at = msk('2026-11-20T12:00');
const held = (...newestFirst: PlanPeriod[]) => planHeld(policy, newestFirst, at);

test.each([
  ['no contract', [], null],
  ['one without a plan', [period(null, '2026-01-01', null)], null],
  ['one that ended', [period('service', '2026-01-01', '2026-11-19')], null],
  ['one to come', [period('service', '2026-11-21', null)], null],
  ['its last day, whole', [period('service', '2026-01-01', '2026-11-20')], 'service'],
  ['its first day, whole', [period('service', '2026-11-20', null)], 'service'],
  [
    'of two that hold the newer one',
    [period('extended', '2026-06-01', null), period('service', '2026-01-01', null)],
    'extended',
  ],
  [
    'a newer one without a plan takes it away',
    [period(null, '2026-06-01', null), period('service', '2026-01-01', null)],
    null,
  ],
])('the plan in force: %s', (_case, periods, plan) => {
  expect(held(...periods)?.plan ?? null).toBe(plan);
});

test('days begin at midnight of the vendor', () => {
  const periods = [period('service', '2026-11-20', '2026-11-20')];
  const around = ['2026-11-19T23:59', '2026-11-20T00:00', '2026-11-20T23:59', '2026-11-21T00:00'];

  expect(around.map((local) => planHeld(policy, periods, msk(local))?.plan)).toEqual([
    undefined,
    'service',
    'service',
    undefined,
  ]);
});

test('months begin on the day of the contract, else on the first of its validity', () => {
  expect(held(period('service', '2026-01-15', null))?.contractDay).toBe(15);
  expect(held(period('service', '2026-01-15', null, '2025-12-28'))?.contractDay).toBe(28);
});

test('contracts with the same plan that follow at once are one stretch', () => {
  const renewed = held(
    period('service', '2026-12-01', '2027-05-31'),
    period('service', '2026-06-01', '2026-11-30'),
  );
  const other = held(
    period('extended', '2026-12-01', null),
    period('service', '2026-06-01', '2026-11-30'),
  );
  const later = held(
    period('service', '2026-12-02', null),
    period('service', '2026-06-01', '2026-11-30'),
  );

  expect(renewed).toMatchObject({ since: msk('2026-06-01T00:00'), until: msk('2027-06-01T00:00') });
  expect(other?.until).toBe(msk('2026-12-01T00:00'));
  expect(later?.until).toBe(msk('2026-12-01T00:00'));
  expect(held(period('service', '2026-06-01', null))?.until).toBeUndefined();
});
