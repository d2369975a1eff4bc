import { describe, expect, test } from 'vitest';
import type { DayReading } from '#shared/vocabulary.ts';
import { policyRegistry } from '#server/features/policies/policy-registry.ts';
import { compilePolicy, type Policy } from '#server/policy/packs.ts';
import { decisionOf } from '#server/policy/decision/present-decision.ts';
import type { Question } from '#server/policy/decision/question.ts';
import { isFirstResponse } from '#server/policy/decision/stops.ts';
import { widgetView } from '#server/policy/widget/widget-view.ts';
import { calendarYears, policyOf } from '#test/support/policies.ts';

const shipped = policyOf('modme');
// Tashkent is five hours ahead of UTC all year
const uzt = (local: string) => Date.parse(`${local.replace(' ', 'T')}+05:00`);
const paid = { proven: true, entitlement: { validFrom: '2025-12-01', validUntil: '2027-11-30' } };

const ask = (question: Partial<Question> = {}, policy: Policy = shipped) =>
  decisionOf(policy, {
    receivedAt: uzt('2026-11-24 11:00'),
    arrival: 'widget',
    category: 'error',
    answered: new Set(policy.fields.keys()),
    attachments: 1,
    requester: paid,
    ...question,
  });

/** The regulation with «one working day» read another way. */
function readAs(reading: DayReading, hoursPerDay?: number): Policy {
  const { pack } = shipped;
  const clock = pack.clocks.firstResponse;
  if (clock.kind !== 'fixed') throw new Error('the pack sets a term');
  const hours = hoursPerDay === undefined ? {} : { hoursPerDay };
  const firstResponse = { ...clock, reading, ...hours };
  return compilePolicy({ ...pack, clocks: { ...pack.clocks, firstResponse } }, calendarYears);
}

describe('S0.9.1 POL: «within one working day» by each of its readings, and the shipped one', () => {
  const arrivals = ['2026-11-24 12:00', '2026-11-24 20:00', '2026-11-25 08:00', '2026-11-22 12:00'];
  const readings: [string, () => Policy, string[]][] = [
    [
      'as shipped: the same clock time, or the close of the first working day',
      () => shipped,
      ['2026-11-25 12:00', '2026-11-25 19:00', '2026-11-25 19:00', '2026-11-23 19:00'],
    ],
    [
      'the same clock time, rolled to an opening',
      () => readAs('sameClockRoll'),
      ['2026-11-25 12:00', '2026-11-26 10:00', '2026-11-26 10:00', '2026-11-23 12:00'],
    ],
    [
      'the close of the next working day',
      () => readAs('endOfDay'),
      ['2026-11-25 19:00', '2026-11-25 19:00', '2026-11-26 19:00', '2026-11-23 19:00'],
    ],
    [
      'nine working hours',
      () => readAs('businessHours', 9),
      ['2026-11-25 12:00', '2026-11-25 19:00', '2026-11-25 19:00', '2026-11-23 19:00'],
    ],
  ];

  test.each(readings)('%s', (_reading, policyOfReading, due) => {
    const policy = policyOfReading();
    const dues = arrivals.map((at) => ask({ receivedAt: uzt(at) }, policy).firstResponse.dueAt);

    expect(dues).toEqual(due.map((at) => new Date(uzt(at)).toISOString()));
  });

  test('the reading is named beside the instant', () => {
    expect(ask().firstResponse).toMatchObject({ reading: 'clamped', clause: '9' });
    expect(ask({}, readAs('endOfDay')).firstResponse.reading).toBe('endOfDay');
  });
});

test('S0.4.1 POL: advice and accompaniment are what the text begins with, and can be asked for', () => {
  const accompaniment = shipped.pack.scope.in.find(({ id }) => id === 'accompaniment');

  expect(accompaniment?.categories).toContain('question');
  for (const category of accompaniment?.categories ?? []) {
    expect(ask({ category }).scope).toEqual({ state: 'in', clause: accompaniment?.clause });
  }
});

test('every subject that the text includes is in scope by the clause that includes it', () => {
  for (const { categories, clause } of shipped.pack.scope.in) {
    for (const category of categories) {
      expect(ask({ category }).scope).toEqual({ state: 'in', clause });
    }
  }
});

test('S0.5.1 POL: lessons are excluded by clause 5, and saying so is the answer that was due', () => {
  const decision = ask({ category: 'training' });

  expect(decision.scope).toEqual({ state: 'out', clause: '5', reason: 'training' });
  expect(decision.rights).toContainEqual({ action: 'refuse', reason: 'training', clause: '5' });
  expect(decision.firstResponse.dueAt).toBe('2026-11-25T06:00:00.000Z');
  expect(isFirstResponse(shipped.pack, 'answer')).toBe(true);
});

test('S0.6.1 POL: the channels offered are those the text names an address of, and no other', () => {
  const { channels, mode } = widgetView(shipped, {
    locale: 'ru',
    now: uzt('2026-11-24 11:00'),
    requester: null,
    limits: { attachments: 10, attachmentBytes: 1 },
  });

  expect(channels.map(({ kind, address, clause }) => [kind, address, clause])).toEqual([
    ['telegram', '@modme_support', '14'],
    ['phone', '+998 78 777 11 00', '14'],
  ]);
  expect(mode).toBe('official');
});

test.each([
  ['a confirmation by a person', 'receipt_confirmed', true],
  ['a clarifying question', 'question', true],
  ['the start of the diagnosis', 'diagnosis_started', true],
  ['an answer', 'answer', true],
  ['the automatic notice', 'auto_acknowledged', false],
  ['a note among agents', 'note', false],
] as const)('S0.9.2 POL: %s', (_case, done, counts) => {
  expect(isFirstResponse(shipped.pack, done)).toBe(counts);
});

test('S0.11.3 POL: nobody is shown an instant by which a request is solved', () => {
  const decision = ask({ category: 'api' });
  const instants = JSON.stringify({ ...decision, firstResponse: null }).match(/\d{4}-\d\d-\d\dT/g);

  expect(instants).toBeNull();
  expect(decision.notices).toContainEqual({ code: 'no_resolution_term', clause: '11' });
  expect(shipped.pack.clocks.resolution).toMatchObject({ promised: false, clauses: ['11'] });
});

describe('S0.3.1 POL: support belongs to a paid plan', () => {
  const until = (validUntil: string) => ({ proven: true, entitlement: { validUntil } });

  test.each([
    ['on the last paid day', until('2026-11-24'), 'entitled', '2026-11-25T06:00:00.000Z'],
    ['the day after', until('2026-11-23'), 'lapsed', null],
    ['no plan on record', { proven: true, entitlement: null }, 'missing', null],
  ] as const)('%s', (_case, requester, state, dueAt) => {
    const decision = ask({ requester });

    expect(decision.entitlement).toMatchObject({ state, clause: '3' });
    expect(decision.firstResponse.dueAt).toBe(dueAt);
    expect(decision.route.kind).toBe('official');
    expect(decision.notices.some(({ nextStep }) => nextStep?.code === 'renew')).toBe(
      state !== 'entitled',
    );
  });
});

test('S0.0.1 POL: the dated edition is an annex to the offer, and binds what came before it only marked', () => {
  const before = uzt('2025-11-24 23:59:59.999');
  const codesAt = (receivedAt: number) => ask({ receivedAt }).notices.map(({ code }) => code);

  expect(policyRegistry([shipped]).inForce('modme', before)).toBe(shipped);
  expect(codesAt(before)).toContain('edition_not_yet_in_force');
  expect(codesAt(before + 1)).not.toContain('edition_not_yet_in_force');
  expect(shipped.pack.publication.annexTo?.text.en).toMatch(/annex 2/i);
});
