import fc from 'fast-check';
import type { Policy } from '#server/policy/packs.ts';
import type { Question } from '#server/policy/decision/question.ts';

const day = fc
  .integer({ min: Date.UTC(2025, 0, 1) / 86_400_000, max: Date.UTC(2027, 11, 31) / 86_400_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));

const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

const term = fc.record({
  value: fc.integer({ min: 1, max: 20 }),
  unit: fc.constantFrom('businessDay', 'businessHour', 'businessMinute'),
});

/** Any question that a policy may be asked, within the years that have calendars. */
export function anyQuestion({ pack, categories, fields }: Policy): fc.Arbitrary<Question> {
  const entitlement = fc.record({
    validFrom: maybe(day),
    validUntil: maybe(day),
    firstResponse: maybe(term),
    firstResponseBySeverity: maybe(fc.record({ critical: term, low: term }, { requiredKeys: [] })),
  });
  const people = [...pack.requesters.categories.map(({ id }) => id), 'nobody-knows'];
  return fc.record({
    receivedAt: fc.integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2027, 10, 30) }),
    arrival: fc.constantFrom('widget', 'channel'),
    category: fc.constantFrom(...categories.keys()),
    answered: fc.subarray([...fields.keys()]).map((ids) => new Set(ids)),
    attachments: fc.nat({ max: 2 }),
    requester: fc.record({
      proven: fc.boolean(),
      category: maybe(fc.constantFrom(...people)),
      entitlement: fc.option(entitlement, { nil: null }),
    }),
  });
}
