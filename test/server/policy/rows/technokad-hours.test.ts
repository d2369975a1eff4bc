import { expect, test } from 'vitest';
import type { Duration } from '#shared/wire/decision.ts';
import type { DeskHours } from '#server/policy/calendar/desk-hours.ts';
import { compilePolicy, type Policy } from '#server/policy/packs.ts';
import { decisionOf } from '#server/policy/decision/present-decision.ts';
import { calendarYears, policyOf } from '#test/support/policies.ts';

const shipped = policyOf('technokad');
const msk = (local: string) => Date.parse(`${local.replace(' ', 'T')}+03:00`);

/** The regulation of «ТехноКад» with its silences read another way. */
function readAs(reading: Partial<DeskHours>): Policy {
  const { pack } = shipped;
  if (!('offices' in pack.desk)) throw new Error('the pack names no hours');
  return compilePolicy({ ...pack, desk: { ...pack.desk, ...reading } }, calendarYears);
}

/** When four working hours of an agreement end. */
function dueOf(policy: Policy, received: string): number {
  const firstResponse: Duration = { value: 4, unit: 'businessHour' };
  const { dueAt } = decisionOf(policy, {
    receivedAt: msk(received),
    arrival: 'widget',
    category: 'error',
    answered: new Set(policy.fields.keys()),
    attachments: 1,
    requester: {
      proven: true,
      entitlement: { validFrom: '2024-01-01', validUntil: '2027-12-31', firstResponse },
    },
  }).firstResponse;
  return Date.parse(dueAt ?? '');
}

// Tuesday 3 November 2026 is shortened, Wednesday 4 a holiday; the head office opens on Thursday at nine.
test.each([
  [
    'as written, the head office: 3 hours until 18:00 and one more',
    { coverage: 'primaryOnly' },
    '2026-11-05 10:00',
  ],
  [
    'the hour taken off, the head office: 2 until 17:00 and 2 more',
    { coverage: 'primaryOnly', shortenedDays: 'end-early' },
    '2026-11-05 11:00',
  ],
  ['as written, both offices: the last hour is the first of the branch', {}, '2026-11-05 05:00'],
  [
    'the hour taken off, both offices: two hours of the branch are left',
    { shortenedDays: 'end-early' },
    '2026-11-05 06:00',
  ],
] as const)('S3.2.1.1 POL: the eve of Unity Day, %s', (_case, reading, due) => {
  expect(dueOf(readAs(reading), '2026-11-03 15:00')).toBe(msk(due));
});

test('S3.2.1.1 POL: the shipped reading keeps the published hours, so its term is the earlier one', () => {
  const shortened = readAs({ shortenedDays: 'end-early' });

  expect(dueOf(shipped, '2026-11-03 15:00')).toBeLessThan(dueOf(shortened, '2026-11-03 15:00'));
});

test.each([
  ['S3.2.1.2 POL: the head office alone', 'primaryOnly', '2026-11-23 12:00'],
  ['S3.2.1.3 POL: both offices as one desk', 'union', '2026-11-23 07:00'],
] as const)('%s ends a Friday evening on Monday', (_case, coverage, due) => {
  expect(dueOf(readAs({ coverage }), '2026-11-20 17:00')).toBe(msk(due));
});

test('S3.2.1.3 POL: the shipped desk is both offices together', () => {
  expect(dueOf(shipped, '2026-11-20 17:00')).toBe(
    dueOf(readAs({ coverage: 'union' }), '2026-11-20 17:00'),
  );
});
