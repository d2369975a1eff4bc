import { describe, expect, test } from 'vitest';
import { hoursBudget, type TimeEntry } from '#server/policy/life/hours-budget.ts';
import { hoursMonth } from '#server/policy/life/hours-month.ts';
import type { Policy } from '#server/policy/packs.ts';
import { policyOf } from '#test/support/policies.ts';

const policy = policyOf('jokercrm');
const msk = (local: string) => Date.parse(`${local.replace(' ', 'T')}+03:00`);
const now = msk('2026-11-20 12:00');
const worked = (minutes: number, facts: Partial<TimeEntry> = {}): TimeEntry => ({
  at: msk('2026-11-10 12:00'),
  minutes,
  ...facts,
});

type Hours = NonNullable<Policy['pack']['hours']>;
const withHours = (change: Partial<Hours>): Policy => {
  const { hours } = policy.pack;
  return { ...policy, pack: { ...policy.pack, hours: hours && { ...hours, ...change } } };
};

const budget = (entries: TimeEntry[], plan = 'service', of = policy, at = now) =>
  hoursBudget(of, { plan, at, entries });

describe('S4.5.1.1 POL: three hours a month, warned at 80 %, and at the end an agent chooses', () => {
  test.each([
    ['nothing worked', [], 180, 'left', []],
    ['a minute less than 80 %', [worked(143)], 37, 'left', []],
    ['80 %', [worked(100), worked(44)], 36, 'warn', []],
    ['a minute is left', [worked(179)], 1, 'warn', []],
    ['used up', [worked(180)], 0, 'used_up', ['overage', 'order', 'next_month']],
    ['more than that', [worked(200)], -20, 'used_up', ['overage', 'order', 'next_month']],
  ])('%s', (_case, entries, leftMinutes, state, choices) => {
    expect(budget(entries)).toMatchObject({
      budgetMinutes: 180,
      leftMinutes,
      state,
      choices,
      clause: '5.1',
    });
  });

  test.each([
    ['the last millisecond of October', '2026-10-31T20:59:59.999Z', 0],
    ['the first of November', '2026-10-31T21:00:00.000Z', 60],
    ['the last of November', '2026-11-30T20:59:59.999Z', 60],
    ['the first of December', '2026-11-30T21:00:00.000Z', 0],
  ])('a month is a month of Moscow: %s', (_case, at, usedMinutes) => {
    expect(budget([worked(60, { at: Date.parse(at) })])).toMatchObject({ usedMinutes });
  });

  test("the vendor's own errors and ordered work use nothing up", () => {
    const entries = [worked(60, { ownError: true }), worked(90, { ordered: true }), worked(30)];

    expect(budget(entries)).toMatchObject({ usedMinutes: 30 });
  });

  test('nothing is carried over', () => {
    expect(budget([], 'service', policy, msk('2026-12-01 00:00'))).toMatchObject({
      budgetMinutes: 180,
      carriedMinutes: 0,
    });
  });

  test('a minute is a minute: nothing is rounded', () => {
    expect(budget([worked(1), worked(7)])).toMatchObject({ usedMinutes: 8 });
  });
});

test('S4.5.2.1 POL: nine hours a month', () => {
  expect(budget([worked(431)], 'extended')).toMatchObject({ leftMinutes: 109, state: 'left' });
  expect(budget([worked(432)], 'extended')).toMatchObject({
    budgetMinutes: 540,
    leftMinutes: 108,
    state: 'warn',
    clause: '5.2',
  });
  expect(budget([worked(540)], 'extended')).toMatchObject({ state: 'used_up' });
});

describe('E2: other ways to keep hours', () => {
  test.each([
    ['own errors count', { ownErrors: 'counted' }, [worked(10, { ownError: true })], 10],
    ['quarters of an hour, rounded up', { quantumMinutes: 15, rounding: 'up' }, [worked(16)], 30],
    ['a whole quarter stays', { quantumMinutes: 15, rounding: 'up' }, [worked(15)], 15],
    ['a quantum without rounding changes nothing', { quantumMinutes: 15 }, [worked(16)], 16],
  ] as const)('%s', (_case, change, entries, usedMinutes) => {
    expect(budget([...entries], 'service', withHours(change))).toMatchObject({ usedMinutes });
  });

  test('what October left is carried into November, what it lacked is not', () => {
    const carrying = withHours({ carryOver: 'next_month' });
    const october = (minutes: number) => worked(minutes, { at: msk('2026-10-15 12:00') });

    expect(budget([october(60)], 'service', carrying)).toMatchObject({
      budgetMinutes: 300,
      carriedMinutes: 120,
    });
    expect(budget([october(200)], 'service', carrying)).toMatchObject({ carriedMinutes: 0 });
  });

  test.each([
    ['the last millisecond of October', '2026-10-31 23:59:59.999', 180],
    ['the first of November', '2026-11-01 00:00', 0],
  ])('a plan brings nothing over from before it: held since %s', (_case, since, carriedMinutes) => {
    const question = { plan: 'service', at: now, entries: [], since: msk(since) };

    expect(hoursBudget(withHours({ carryOver: 'next_month' }), question)).toMatchObject({
      carriedMinutes,
    });
  });

  test.each([
    ['refuse', ['order', 'next_month']],
    ['allow', ['overage']],
  ] as const)('overage: %s', (overage, choices) => {
    expect(budget([worked(180)], 'service', withHours({ overage }))?.choices).toEqual(choices);
  });

  test('a month of the contract begins on its day', () => {
    const question = { plan: 'service', at: now, entries: [], contractDay: 15 };

    expect(hoursBudget(withHours({ month: 'contract' }), question)?.month).toEqual({
      from: msk('2026-11-15 00:00'),
      until: msk('2026-12-15 00:00'),
    });
    expect(hoursBudget(policy, question)?.month.from).toBe(msk('2026-11-01 00:00'));
  });

  test.each([
    ['from the 31st of a shorter month', '2026-11-30 12:00', '2026-11-30', '2026-12-31'],
    ['the day before it begins', '2026-11-29 12:00', '2026-10-31', '2026-11-30'],
    ['in February', '2027-02-27 12:00', '2027-01-31', '2027-02-28'],
    ['over New Year', '2027-01-05 12:00', '2026-12-31', '2027-01-31'],
  ])('a contract of the 31st: %s', (_case, at, from, until) => {
    expect(hoursMonth(policy, msk(at), 31)).toEqual({
      from: msk(`${from} 00:00`),
      until: msk(`${until} 00:00`),
    });
  });
});

describe('E4: whose hours are counted', () => {
  test('S4.1.3.2 POL: those of bought copies with a plan', () => {
    expect(budget([], 'service')?.budgetMinutes).toBe(180);
    expect(budget([], 'rental')).toBeNull();
  });

  test('none where the rule is for rented copies', () => {
    expect(budget([], 'service', withHours({ appliesTo: ['rental'] }))).toBeNull();
  });

  test('none where the regulation counts no hours', () => {
    expect(budget([], 'service', policyOf('modme'))).toBeNull();
  });
});
