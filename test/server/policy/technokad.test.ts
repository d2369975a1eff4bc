import { describe, expect, test } from 'vitest';
import type { Duration } from '#shared/wire/decision.ts';
import { decisionOf } from '#server/policy/decision/present-decision.ts';
import type { EntitlementFacts } from '#server/policy/decision/entitlement.ts';
import type { Question } from '#server/policy/decision/question.ts';
import { isFirstResponse } from '#server/policy/decision/stops.ts';
import { widgetView } from '#server/policy/widget/widget-view.ts';
import { policyOf } from '#test/support/policies.ts';

const policy = policyOf('technokad');
const msk = (local: string) => Date.parse(`${local.replace(' ', 'T')}+03:00`);
const hours = (value: number): Duration => ({ value, unit: 'businessHour' });
const agreement: EntitlementFacts = { validFrom: '2024-01-01', validUntil: '2027-12-31' };
const everything = new Set(policy.fields.keys());

const client = (facts: EntitlementFacts | null = agreement) => ({
  requester: { proven: true, entitlement: facts },
});

function ask(question: Partial<Question> = {}) {
  return decisionOf(policy, {
    receivedAt: msk('2026-11-25 12:00'),
    arrival: 'widget',
    category: 'error',
    answered: everything,
    attachments: 1,
    ...client(),
    ...question,
  });
}

const dueOf = (received: string, firstResponse: Duration) =>
  ask({ receivedAt: msk(received), ...client({ ...agreement, firstResponse }) }).firstResponse;
const inMoscow = (local: string) => new Date(msk(local)).toISOString();

// Both offices are one desk, 04–18 by Moscow, so a whole working day has 14 hours.
test.each([
  ['S3.2.2.2 POL: inside hours nothing is skipped', '2026-11-25 12:00', 4, '2026-11-25 16:00'],
  ['S3.2.2.2 POL: 9–13 is open in both offices', '2026-11-20 08:00', 4, '2026-11-20 12:00'],
  ['S3.2.1.3 POL: the branch opens first', '2026-11-24 03:59', 4, '2026-11-24 08:00'],
  ['S3.2.1.3 POL: an evening goes on at 04:00', '2026-11-24 17:30', 4, '2026-11-25 07:30'],
  ['S3.2.1.2 POL: ends exactly at the closing', '2026-11-24 14:00', 4, '2026-11-24 18:00'],
  ['S3.2.1.2 POL: the closing itself is closed', '2026-11-24 18:00', 4, '2026-11-25 08:00'],
  ['S3.2.1.3 POL: Friday 17:00 over a weekend', '2026-11-20 17:00', 4, '2026-11-23 07:00'],
  ['S3.2.2.2 POL: received on a Saturday', '2026-11-21 12:00', 4, '2026-11-23 08:00'],
  ['S3.2.2.2 POL: received on a Sunday night', '2026-11-22 23:00', 9, '2026-11-23 13:00'],
  ['S3.2.2.1 POL: 20 hours need a second day', '2026-11-23 04:00', 20, '2026-11-24 10:00'],
])('%s', (_case, received, value, due) => {
  expect(dueOf(received, hours(value))).toMatchObject({ dueAt: inMoscow(due), clause: '2.2' });
});

test.each([
  ['1 Nov 2025 is a worked Saturday', '2025-10-31 17:00', '2025-11-01 07:00'],
  ['from it over Sunday, 3 Nov moved and 4 Nov', '2025-11-01 17:00', '2025-11-05 07:00'],
  ['31 Dec 2025 to 11 Jan 2026 are off', '2025-12-30 17:00', '2026-01-12 07:00'],
  ['23 Feb 2026 is a Monday', '2026-02-20 17:00', '2026-02-24 07:00'],
  ['8 March on a Sunday gives Monday 9', '2026-03-06 17:00', '2026-03-10 07:00'],
  ['30 Apr keeps its hours, 1 May is off', '2026-04-30 16:00', '2026-05-04 06:00'],
  ['9 May on a Saturday gives Monday 11', '2026-05-08 17:00', '2026-05-12 07:00'],
  ['12 June is a Friday', '2026-06-11 17:30', '2026-06-15 07:30'],
  ['3 Nov keeps its hours, 4 Nov is off', '2026-11-03 15:00', '2026-11-05 05:00'],
  ['received on 4 Nov itself', '2026-11-04 10:00', '2026-11-05 08:00'],
  ['31 Dec 2026 to 10 Jan 2027 are off', '2026-12-30 16:30', '2027-01-11 06:30'],
  ['received inside the New Year holidays', '2027-01-05 10:00', '2027-01-11 08:00'],
  ['20 Feb 2027 is a worked Saturday', '2027-02-19 17:00', '2027-02-20 07:00'],
  ['from it over 22 Feb moved and 23 Feb', '2027-02-20 17:00', '2027-02-24 07:00'],
  ['5 Nov 2027 is a moved day', '2027-11-03 17:00', '2027-11-08 07:00'],
])('S3.2.1.1 POL: four working hours by the calendar: %s', (_case, received, due) => {
  expect(dueOf(received, hours(4))).toMatchObject({ dueAt: inMoscow(due), estimated: false });
});

test('S3.2.1.1 POL: a year whose calendar is not signed yet is only estimated', () => {
  expect(dueOf('2027-12-30 17:00', hours(4)).estimated).toBe(true);
});

test.each([
  ['S3.2.1.2 POL: the head office alone', 'head', '2026-11-23 12:00'],
  ['S3.2.1.3 POL: the branch alone', 'novosibirsk', '2026-11-23 08:00'],
])('%s takes up a Friday evening', (_case, id, due) => {
  const office = policy.desk?.offices.find((one) => one.id === id);

  const { earliest } = office?.schedule.add(msk('2026-11-20 17:00'), 4 * 3_600_000) ?? {};

  expect(earliest).toBe(msk(due));
});

test.each([
  [
    'before the branch',
    '2026-11-25 03:59',
    { openNow: false, opensAt: inMoscow('2026-11-25 04:00') },
  ],
  [
    'the branch alone',
    '2026-11-25 04:00',
    { openNow: true, closesAt: inMoscow('2026-11-25 18:00') },
  ],
  ['the head office alone', '2026-11-25 17:59', { openNow: true }],
  ['Friday evening', '2026-11-20 18:00', { openNow: false, opensAt: inMoscow('2026-11-23 04:00') }],
  ['a worked Saturday', '2027-02-20 10:00', { openNow: true }],
  ['Unity Day', '2026-11-04 10:00', { openNow: false, opensAt: inMoscow('2026-11-05 04:00') }],
])('S3.2.1.1 POL: the desk as the widget shows it: %s', (_case, now, shown) => {
  const { hours: seen } = widgetView(policy, {
    locale: 'ru',
    now: msk(now),
    requester: null,
    limits: { attachments: 10, attachmentBytes: 1 },
  });

  expect(seen).toMatchObject({ ...shown, clause: '2.1' });
});

describe('S3.2.2.1 POL: the term is the level of the requester', () => {
  test.each([
    ['extended, 4 hours', hours(4), '2026-11-25 16:00'],
    ['basic, 9 hours', hours(9), '2026-11-26 07:00'],
    ['a level in minutes', { value: 30, unit: 'businessMinute' } as const, '2026-11-25 12:30'],
    ['a level in days', { value: 1, unit: 'businessDay' } as const, '2026-11-26 12:00'],
  ])('%s', (_case, term, due) => {
    expect(dueOf('2026-11-25 12:00', term).dueAt).toBe(inMoscow(due));
  });

  test('no value on record: no term, and the clause that leaves it to the level', () => {
    expect(ask().firstResponse).toMatchObject({
      dueAt: null,
      unstated: 'level_unknown',
      clause: '2.2',
    });
  });
});

test.each([
  ['the millisecond before its first day', '2026-10-31T20:59:59.999Z', 'missing', 'not_covered'],
  ['the first instant of its first day', '2026-10-31T21:00:00.000Z', 'entitled', undefined],
  ['the last millisecond of its last day', '2026-11-30T20:59:59.999Z', 'entitled', undefined],
  ['the first instant after it', '2026-11-30T21:00:00.000Z', 'lapsed', 'not_covered'],
])(
  'S3.1.3.1 POL: an agreement for November 2026 in days of Moscow: %s',
  (_case, at, state, why) => {
    const november = { validFrom: '2026-11-01', validUntil: '2026-11-30', firstResponse: hours(4) };

    const decision = ask({ receivedAt: Date.parse(at), ...client(november) });

    expect(decision.entitlement).toMatchObject({ state, clause: '1.3' });
    expect(decision.firstResponse.unstated).toBe(why);
    expect(decision.guaranteed).toBe(state === 'entitled');
  },
);

test('S3.1.3.1 POL: a lapsed client is taken in and shown the way to renew', () => {
  const decision = ask(client({ validUntil: '2026-10-31', firstResponse: hours(9) }));

  expect(decision.route).toEqual({ kind: 'official', channel: 'widget', clause: '3.1' });
  expect(decision.notices[0]).toEqual({
    code: 'entitlement_lapsed',
    clause: '1.3',
    nextStep: { code: 'renew', href: 'https://www.technokad.ru' },
  });
});

test('S3.2.3.1 POL: no term for the solution is promised to anybody', () => {
  for (const question of [{}, client(null), { category: 'wish' }, { category: 'law' }]) {
    expect(ask(question).notices).toContainEqual({ code: 'no_resolution_term', clause: '2.3' });
  }
});

describe('what a request has to hold', () => {
  const missing = (question: Partial<Question>) =>
    ask({ answered: new Set(), attachments: 0, ...question }).missing.map(
      ({ field, clause }) => `${field} ${clause}`,
    );
  const identity = ['name 3.4', 'phone 3.4', 'organisation 3.2', 'contractNumber 3.2'];

  test.each([
    ['error', ['did 3.4', 'files 3.4']],
    ['documents', ['did 3.4', 'files 3.4']],
    ['wish', []],
    ['law', []],
  ])('%s', (category, story) => {
    expect(missing({ category })).toEqual(expect.arrayContaining([...story, ...identity]));
  });

  test.each([
    ['error', 'got 3.4'],
    ['install', 'question 3.4'],
    ['wish', 'proposal 5'],
    ['os-setup', 'question 3.4'],
  ])('the matter itself is required: %s', (category, field) => {
    expect(missing({ category })[0]).toBe(field);
  });

  test('a project file is as good as a picture', () => {
    const words = new Set([...everything].filter((id) => id !== 'files'));

    expect(missing({ answered: words, attachments: 1 })).toEqual([]);
    expect(missing({ answered: words, attachments: 0 })).toEqual(['files 3.4']);
  });
});

test.each([
  ['os-setup', 'third_party', 'turn_to_vendor'],
  ['third-party-software', 'third_party', 'turn_to_vendor'],
  ['update-server', 'out_of_scope', 'write_to_channel'],
  ['law', 'out_of_scope', 'write_to_channel'],
  ['third-party-actions', 'out_of_scope', 'write_to_channel'],
])(
  '%s is excluded by clause 4.1, told with a next step, and left to the agent',
  (id, code, step) => {
    const decision = ask({ category: id, ...client({ ...agreement, firstResponse: hours(4) }) });

    expect(decision.scope).toEqual({ state: 'out', clause: '4.1', reason: id });
    expect(decision.notices).toContainEqual(
      expect.objectContaining({
        code,
        clause: '4.1',
        nextStep: expect.objectContaining({ code: step }),
      }),
    );
    expect(decision.rights).toContainEqual({ action: 'refuse', reason: id, clause: '4.1' });
    expect(decision.firstResponse.dueAt).toBe(inMoscow('2026-11-25 16:00'));
  },
);

describe('rights of the agent', () => {
  const reasons = (question: Partial<Question>) => ask(question).rights.map(({ reason }) => reason);
  const always = ['meaning-unclear', 'abusive-words'];

  test.each([
    ['a known client, complete', {}, always],
    [
      'nobody known',
      { requester: { proven: false, entitlement: null } },
      ['no-identity', ...always],
    ],
    [
      'incomplete',
      { answered: new Set(['got', 'name']), attachments: 0 },
      ['clarify', 'insufficient-information', ...always],
    ],
    ['not ours', { category: 'law' }, ['law', ...always, 'beyond-competence']],
  ])('%s', (_case, question, expected) => {
    expect(reasons(question)).toEqual(expected);
  });

  test('a broken licence is found by looking, not at the opening', () => {
    expect(reasons({})).not.toContain('licence-violation');
  });
});

test('taken to work, asked back or answered is a reaction; a bare confirmation is none', () => {
  const counts = (done: Parameters<typeof isFirstResponse>[1]) =>
    isFirstResponse(policy.pack, done);

  expect(counts('registered_and_started')).toBe(true);
  expect(counts('question')).toBe(true);
  expect(counts('known_solution')).toBe(true);
  expect(counts('receipt_confirmed')).toBe(false);
  expect(counts('auto_acknowledged')).toBe(false);
});
