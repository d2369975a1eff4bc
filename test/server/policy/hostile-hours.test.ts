import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fail } from '#shared/result.ts';
import { answerHours } from '#server/policy/hours/answer-hours.ts';
import { hoursBook } from '#server/policy/hours/hours-book.ts';
import { hoursErrors, hoursQuestions } from '#server/policy/hours/hours-question.ts';

const plain = { timezone: 'Europe/Berlin', hours: { mon: [['09:00', '18:00']] } };
const values = fc.oneof(
  fc.constantFrom(
    '2026-11-20T12:00:00Z',
    '2026-11-21T12:00:00.001Z',
    '2026-11-20',
    '2026-12-01',
    '0000-01-01',
    '9999-12-31T23:59:59Z',
    '+275760-09-13T00:00:00Z',
    'clamped',
    'businessHours(8)',
    'businessHours(1e9)',
    '[)',
    '24:00',
    'UTC',
    '../../etc/passwd',
    plain,
    null,
    0,
    1,
    -1,
    3600,
    1e9,
    1e308,
    -0.5,
    [],
    [['2026-11-20T12:00:00Z']],
    [{ from: '2026-11-20T12:00:00Z', to: '2026-11-20T13:00:00Z' }],
    { __proto__: null },
  ),
  fc.jsonValue({ maxDepth: 2 }),
);
const names =
  'at from to until count seconds date days mode range start pauses timezone time other schedule';
const asked = fc.dictionary(fc.constantFrom(...names.split(' ')), values, { maxKeys: 4 });
/** The names that an operation takes, so that some questions get far. */
const fitting = fc.constantFrom(...Object.entries(hoursQuestions)).chain(([op, schema]) =>
  fc.record({
    schedule: fc.oneof(fc.constant(plain), values),
    op: fc.constant(op),
    in: fc.oneof(
      asked,
      fc.record(
        Object.fromEntries(
          Object.keys('shape' in schema ? schema.shape : { schedule: true }).map((name) => [
            name,
            values,
          ]),
        ),
      ),
    ),
  }),
);

test('whatever a line holds, it gets an answer or a code, and nothing of the line comes back', () => {
  const book = hoursBook(() => fail('hours.unknown_schedule'));
  const seen = new Set<string>();
  fc.assert(
    fc.property(fc.oneof(fitting, fc.jsonValue()), (line) => {
      const answer = answerHours(JSON.stringify(line), book);
      const error = answer['error'] as { code: (typeof hoursErrors)[number] } | undefined;
      seen.add(error?.code ?? 'answered');
      if (!error) return;
      expect(hoursErrors).toContain(error.code);
      expect(answer).toEqual({ error: { code: error.code } });
    }),
    { numRuns: 1500, seed: 20261122 },
  );

  expect([...seen]).toEqual(
    expect.arrayContaining([
      'answered',
      'hours.bad_question',
      'hours.invalid_schedule',
      'hours.out_of_range',
      'hours.unknown_schedule',
    ]),
  );
}, 300_000);

const everySlot = Array.from({ length: 24 }, (_, index) => {
  const hour = String(index).padStart(2, '0');
  return [`${hour}:00`, `${hour}:20`];
});
test('a list that would fill the pipe is out of range', () => {
  const week = { mon: everySlot, tue: everySlot, wed: everySlot, thu: everySlot, fri: everySlot };
  const line = {
    schedule: { timezone: 'UTC', hours: week },
    op: 'periods',
    in: { from: '2020-01-01T00:00:00Z', until: '2040-01-01T00:00:00Z' },
  };
  const book = hoursBook(() => fail('hours.unknown_schedule'));

  // 24 openings on five days of 1043 weeks
  expect(answerHours(JSON.stringify(line), book)).toEqual({
    error: { code: 'hours.out_of_range' },
  });
});
