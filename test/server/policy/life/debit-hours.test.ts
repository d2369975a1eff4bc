import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { debitHours, type Debit } from '#server/policy/life/debit-hours.ts';
import {
  hoursBudget,
  type BudgetQuestion,
  type TimeEntry,
} from '#server/policy/life/hours-budget.ts';
import type { Policy } from '#server/policy/packs.ts';
import { policyOf } from '#test/support/policies.ts';

const policy = policyOf('jokercrm');
const msk = (local: string) => Date.parse(`${local.replace(' ', 'T')}+03:00`);
const now = msk('2026-11-20 12:00');
const december = msk('2026-12-01 00:00');
const worked = (minutes: number, at = now): TimeEntry => ({ at, minutes });

type Hours = NonNullable<Policy['pack']['hours']>;
const withHours = (change: Partial<Hours>): Policy => {
  const { hours } = policy.pack;
  return { ...policy, pack: { ...policy.pack, hours: hours && { ...hours, ...change } } };
};
const question = (entries: TimeEntry[], change: Partial<BudgetQuestion> = {}): BudgetQuestion => ({
  plan: 'service',
  at: now,
  entries,
  ...change,
});

describe('work within the hours is counted in its month', () => {
  test.each([
    ['the first minute', [], 1, { minutes: 1, choice: null, warns: false }],
    ['up to the last minute', [worked(120)], 60, { minutes: 60, choice: null, warns: true }],
    ['the minute that reaches 80 %', [worked(143)], 1, { warns: true }],
    ['the next one warns no more', [worked(144)], 1, { warns: false }],
  ])('%s', (_case, entries, minutes, counted) => {
    expect(debitHours(policy, question(entries), { minutes })).toMatchObject({
      outcome: 'counted',
      at: now,
      ...counted,
    });
  });

  test('a choice counts only where the hours do not suffice', () => {
    for (const choice of ['overage', 'next_month'] as const) {
      expect(debitHours(policy, question([]), { minutes: 60, choice })).toMatchObject({
        at: now,
        choice: null,
      });
    }
  });
});

describe('work beyond the hours', () => {
  test('is not counted until an agent chooses', () => {
    expect(debitHours(policy, question([worked(160)]), { minutes: 30 })).toMatchObject({
      outcome: 'choose',
      minutes: 30,
      choices: ['overage', 'order', 'next_month'],
      budget: { leftMinutes: 20 },
    });
  });

  test.each([
    ['overage', { at: now, budget: { leftMinutes: -10 } }],
    ['next_month', { at: december, budget: { leftMinutes: 150 } }],
  ] as const)('chosen: %s', (choice, counted) => {
    expect(debitHours(policy, question([worked(160)]), { minutes: 30, choice })).toMatchObject({
      outcome: 'counted',
      choice,
      ...counted,
    });
  });

  test('an order is a choice of its own: work is written down for it', () => {
    const debit: Debit = { minutes: 30, choice: 'order' };

    expect(debitHours(policy, question([worked(160)]), debit).outcome).toBe('choose');
  });

  test('the next month is none where it is full too, or the plan has ended by then', () => {
    const full = question([worked(180), worked(180, december)]);
    const ended = question([worked(180)], { until: december });

    for (const one of [full, ended]) {
      expect(debitHours(policy, one, { minutes: 1, choice: 'next_month' })).toMatchObject({
        outcome: 'choose',
        choices: ['overage', 'order'],
      });
    }
  });

  test('a pack may refuse overage, or take it without asking', () => {
    const refusing = withHours({ overage: 'refuse' });
    const allowing = withHours({ overage: 'allow' });
    const debit: Debit = { minutes: 1, choice: 'overage' };

    expect(debitHours(refusing, question([worked(180)]), debit)).toMatchObject({
      outcome: 'choose',
      choices: ['order', 'next_month'],
    });
    expect(debitHours(allowing, question([worked(180)]), { minutes: 1 })).toMatchObject({
      outcome: 'counted',
      choice: 'overage',
    });
  });
});

describe('what uses nothing up', () => {
  test.each([
    ["the vendor's own error", policy, question([worked(180)]), { minutes: 60, ownError: true }],
    ['no plan', policy, question([], { plan: 'rental' }), { minutes: 60 }],
    ['no hours in the text', policyOf('modme'), question([]), { minutes: 60 }],
  ])('%s', (_case, of, asked, debit) => {
    expect(debitHours(of, asked, debit)).toEqual({ outcome: 'free' });
  });

  test('own errors count where the pack says so', () => {
    const counting = withHours({ ownErrors: 'counted' });

    expect(debitHours(counting, question([]), { minutes: 60, ownError: true })).toMatchObject({
      minutes: 60,
    });
  });
});

test('whole quanta are counted, and so they have to fit', () => {
  const quarters = withHours({ quantumMinutes: 15, rounding: 'up' });

  expect(debitHours(quarters, question([]), { minutes: 16 })).toMatchObject({ minutes: 30 });
  expect(debitHours(quarters, question([worked(165)]), { minutes: 16 }).outcome).toBe('choose');
});

test('what was counted stays counted under another quantum', () => {
  const hours = withHours({ quantumMinutes: 60, rounding: 'up' });
  const entries = [{ at: now, minutes: 16, countedMinutes: 30 }];

  expect(hoursBudget(hours, question(entries))).toMatchObject({ usedMinutes: 30 });
});

test('late work in October may not take what November has used of its rest', () => {
  const carrying = withHours({ carryOver: 'next_month' });
  const october = msk('2026-10-20 12:00');
  const spent = question([worked(60, october), worked(300)], { at: october });

  expect(debitHours(carrying, spent, { minutes: 1 })).toMatchObject({ outcome: 'choose' });
  expect(debitHours(policy, spent, { minutes: 120 })).toMatchObject({ outcome: 'counted' });
});

test('whatever is logged in whatever order, no month goes below zero by what nobody chose', () => {
  const days = fc.integer({ min: 0, max: 120 });
  const debit = fc.record({ day: days, minutes: fc.integer({ min: 1, max: 200 }) });
  const rules = fc.record({
    carryOver: fc.constantFrom('none' as const, 'next_month' as const),
    month: fc.constantFrom('calendar' as const, 'contract' as const),
    rounding: fc.constantFrom('none' as const, 'up' as const),
    quantumMinutes: fc.integer({ min: 1, max: 60 }),
  });
  fc.assert(
    fc.property(
      rules,
      fc.integer({ min: 1, max: 31 }),
      fc.array(debit, { maxLength: 30 }),
      (change, contractDay, debits) => {
        const ruled = withHours(change);
        const start = msk('2026-09-01 12:00');
        const entries: TimeEntry[] = [];
        const asked = (at: number) => question(entries, { at, contractDay });
        for (const { day, minutes } of debits) {
          const at = start + day * 86_400_000;
          const done = debitHours(ruled, asked(at), { minutes, choice: 'next_month' });
          if (done.outcome === 'counted') {
            entries.push({ at: done.at, minutes, countedMinutes: done.minutes });
          }
        }

        for (let day = 0; day < 200; day += 5) {
          const budget = hoursBudget(ruled, asked(start + day * 86_400_000));
          expect(budget?.leftMinutes).toBeGreaterThanOrEqual(0);
        }
      },
    ),
    { numRuns: 200 },
  );
});
