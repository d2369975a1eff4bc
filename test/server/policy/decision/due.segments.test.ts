import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dueBy } from '#server/policy/decision/due.ts';
import { segmentsOf } from '#server/policy/decision/due-segments.ts';
import { dayReadings } from '#shared/vocabulary.ts';
import { moscow, tashkent, twoOffices } from '#test/support/desks.ts';

const desks = [
  ['Tashkent, six days', tashkent()],
  ['Moscow, early closing', moscow({ shortenedDays: 'end-early' })],
  ['two offices', twoOffices()],
] as const;
const receipt = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2029, 0, 1) });

test.each(desks)(
  'segments cover the wait without a gap and add up to the target: %s',
  (_name, desk) => {
    fc.assert(
      fc.property(receipt, fc.integer({ min: 1, max: 6000 }), (receivedAt, value) => {
        const due = dueBy(desk, {
          receivedAt,
          target: { value, unit: 'businessMinute' },
          reading: 'clamped',
        });
        const segments = segmentsOf(desk, due);

        const open = segments.filter(({ kind }) => kind === 'open');
        expect(open.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(value * 60_000);
        expect(segments.map(({ from }) => from)).toEqual([
          receivedAt,
          ...segments.slice(0, -1).map(({ to }) => to),
        ]);
        expect(segments.at(-1)?.to).toBe(due.dueAt);
      }),
      { numRuns: 1000, seed: 1 },
    );
  },
);

test.each(desks)(
  'closed time never crosses a local midnight and always says why: %s',
  (_name, desk) => {
    const dateOf = new Intl.DateTimeFormat('en', { timeZone: desk.timezone, dateStyle: 'short' });
    fc.assert(
      fc.property(
        receipt,
        fc.integer({ min: 1, max: 5 }),
        fc.constantFrom(...dayReadings),
        (receivedAt, value, reading) => {
          const hoursPerDay = reading === 'businessHours' ? 8 : undefined;
          const target = { value, unit: 'businessDay' } as const;
          const due = dueBy(desk, { receivedAt, target, reading, hoursPerDay });

          expect(due.dueAt).toBeGreaterThan(receivedAt);
          for (const segment of segmentsOf(desk, due)) {
            expect(segment.to).toBeGreaterThan(segment.from);
            if (segment.kind === 'open') continue;
            expect(segment.reason).toBeDefined();
            expect(dateOf.format(segment.from)).toBe(dateOf.format(segment.to - 1));
          }
        },
      ),
      { numRuns: 1000, seed: 1 },
    );
  },
);

test('the closed days around Qurbon hayiti are explained one by one', () => {
  const receivedAt = Date.parse('2026-05-26T18:30+05:00');

  const due = dueBy(tashkent(), {
    receivedAt,
    target: { value: 1, unit: 'businessHour' },
    reading: 'clamped',
  });
  const segments = segmentsOf(tashkent(), due);

  const said = segments.map((segment) =>
    segment.kind === 'open' ? 'open' : `${segment.reason} ${segment.name?.en ?? ''}`.trim(),
  );
  expect(said).toEqual([
    'open',
    'outside_hours',
    'holiday Qurbon hayit (Eid al-Adha)',
    'additional Additional day off',
    'additional Additional day off',
    'additional Additional day off',
    'day_off',
    'outside_hours',
    'open',
  ]);
});
