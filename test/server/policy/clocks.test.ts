import { describe, expect, test } from 'vitest';
import { criticalState, criticalTrack } from '#server/policy/life/critical-track.ts';
import { decide } from '#server/policy/decide.ts';
import { diagnosisLimit } from '#server/policy/life/diagnosis-limit.ts';
import {
  firstResponseFigures,
  type DoneAct,
} from '#server/policy/decision/first-response-figures.ts';
import { nextResponseOf } from '#server/policy/life/next-response.ts';
import { decisionOf } from '#server/policy/decision/present-decision.ts';
import type { Question } from '#server/policy/decision/question.ts';
import { workTime } from '#server/policy/life/work-time.ts';
import type { ResponseAct } from '#server/policy/decision/stops.ts';
import { policyWith } from '#test/support/pack-variants.ts';
import { policyOf } from '#test/support/policies.ts';

const modme = policyOf('modme');
const didox24 = policyOf('didox24');
const moidokumenty = policyOf('moidokumenty');
const technokad = policyOf('technokad');
const jokercrm = policyOf('jokercrm');
const msk = (local: string) => Date.parse(`${local.replace(' ', 'T')}+03:00`);
const uzt = (local: string) => Date.parse(`${local.replace(' ', 'T')}+05:00`);
const hour = 3_600_000;

const asked = (policy: typeof modme, change: Partial<Question> = {}): Question => ({
  receivedAt: uzt('2026-11-17 12:00'),
  arrival: 'channel',
  category: 'error',
  answered: new Set(policy.fields.keys()),
  attachments: 1,
  requester: { proven: true, entitlement: {} },
  ...change,
});

describe('A1: a working day that counts as hours', () => {
  const promised = (hoursPerDay: number) =>
    decisionOf(
      policyWith({
        clocks: {
          firstResponse: {
            kind: 'fixed',
            target: { value: 1, unit: 'businessDay' },
            reading: 'businessHours',
            hoursPerDay,
            clause: '9',
          },
        },
      }),
      asked(modme, { receivedAt: uzt('2026-11-17 20:00') }),
    ).firstResponse;

  test.each([
    ['nine hours are the whole of Wednesday', 9, '2026-11-18 19:00'],
    ['eight end before it', 8, '2026-11-18 18:00'],
    ['ten need an hour of Thursday', 10, '2026-11-19 11:00'],
  ])('S0.9.1 POL: received on Tuesday night, %s', (_case, hoursPerDay, due) => {
    expect(promised(hoursPerDay)).toMatchObject({
      dueAt: new Date(uzt(due)).toISOString(),
      reading: 'businessHours',
      hoursPerDay,
    });
  });
});

describe('A9: a critical outage has a second clock, round the clock', () => {
  const sundayNight = msk('2026-11-22 03:00');
  const track = criticalTrack(moidokumenty.pack, {
    severity: 'critical',
    receivedAt: sundayNight,
  });

  test('five minutes from a Sunday night, for the desk alone', () => {
    expect(track).toEqual({
      ackBy: msk('2026-11-22 03:05'),
      internal: true,
      ifSilent: 'next_on_call',
      clause: '2.1',
    });
  });

  test('S2.2.1.1 POL: beside it the ordinary clock waits for Monday', () => {
    const ruling = decide(moidokumenty, asked(moidokumenty, { receivedAt: sundayNight }));

    expect(ruling.firstResponse.dueAt).toBe(msk('2026-11-23 13:00'));
  });

  test.each([
    ['a second before', null, '03:04:59', 'running'],
    ['at five minutes nobody has come', null, '03:05:00', 'breached'],
    ['taken up at the last instant', '03:05:00', '03:10:00', 'acknowledged'],
    ['taken up later', '03:05:01', '03:10:00', 'acknowledged_late'],
  ])('%s', (_case, acknowledged, now, state) => {
    const at = (time: string) => msk(`2026-11-22 ${time}`);

    expect(track && criticalState(track, acknowledged ? at(acknowledged) : null, at(now))).toBe(
      state,
    );
  });

  test.each([
    ['nothing less than critical', moidokumenty, 'high' as const],
    ['not where the regulation has no such clock', modme, 'critical' as const],
  ])('%s', (_case, { pack }, severity) => {
    expect(criticalTrack(pack, { severity, receivedAt: 0 })).toBeNull();
  });
});

describe('S2.2.4.1 POL: waiting for the requester is not work', () => {
  const thursday = { from: msk('2026-11-19 11:00'), to: msk('2026-11-20 12:00') };
  const wait = (from: string, to: string) => ({ start: msk(from), end: msk(to) });

  test.each([
    ['no wait', [], 10, 0],
    ['an afternoon', [wait('2026-11-19 13:00', '2026-11-19 16:00')], 7, 3],
    [
      'over night only working time is waited',
      [wait('2026-11-19 17:00', '2026-11-20 10:00')],
      8,
      2,
    ],
    ['a night alone is nothing', [wait('2026-11-19 18:00', '2026-11-20 09:00')], 10, 0],
    [
      'two questions at once are one wait',
      [wait('2026-11-19 13:00', '2026-11-19 15:00'), wait('2026-11-19 14:00', '2026-11-19 16:00')],
      7,
      3,
    ],
    ['still waiting', [{ start: msk('2026-11-20 09:00'), end: Infinity }], 7, 3],
  ])('%s', (_case, waits, work, waited) => {
    expect(workTime(moidokumenty, { ...thursday, waits })).toEqual({
      workMs: work * hour,
      waitedMs: waited * hour,
      pausedBy: '2.4',
    });
  });

  test('where no clause says so, waiting counts and is still measured', () => {
    const waits = [wait('2026-11-19 13:00', '2026-11-19 16:00')];

    expect(workTime(jokercrm, { ...thursday, waits })).toEqual({
      workMs: 10 * hour,
      waitedMs: 3 * hour,
      pausedBy: null,
    });
  });

  test('without hours there is no working time', () => {
    expect(workTime(didox24, { ...thursday, waits: [] })).toBeNull();
  });
});

describe('S0.10.1 POL: the cause is looked for within the first response', () => {
  test('it has the limit of the first response', () => {
    const { firstResponse } = decide(modme, asked(modme));

    expect(diagnosisLimit(modme.pack, firstResponse)).toEqual({
      dueAt: uzt('2026-11-18 12:00'),
      clause: '10',
    });
  });

  test('without a promise there is no instant for it either', () => {
    const lapsed = asked(modme, {
      requester: { proven: true, entitlement: { validUntil: '2026-11-01' } },
    });

    expect(diagnosisLimit(modme.pack, decide(modme, lapsed).firstResponse)).toMatchObject({
      dueAt: null,
    });
  });

  test('other regulations set no such limit', () => {
    expect(diagnosisLimit(moidokumenty.pack, { dueAt: 1, clause: '2.1' })).toBeNull();
  });
});

describe('A2: the first response by the letter and by a person', () => {
  const acts = (...kinds: ResponseAct[]): DoneAct[] =>
    kinds.map((kind, i) => ({ kind, at: i + 1 }));

  test.each<[string, ResponseAct[], object]>([
    [
      'S0.9.2 POL: the automatic acknowledgement is one by the letter only',
      ['auto_acknowledged', 'answer'],
      { literalAt: 1, humanAt: 2, stopsAt: 2 },
    ],
    [
      'S0.9.2 POL: a confirmation by a person is one by both',
      ['receipt_confirmed', 'answer'],
      { literalAt: 1, humanAt: 1, stopsAt: 1 },
    ],
    ['S0.9.2 POL: a note is none', ['note'], { literalAt: null, humanAt: null, stopsAt: null }],
    [
      'S0.9.2 POL: a clarifying question is one',
      ['note', 'question'],
      { literalAt: 2, humanAt: 2, stopsAt: 2 },
    ],
    [
      'S0.9.2 POL: so is the start of a diagnosis',
      ['diagnosis_started'],
      { literalAt: 1, humanAt: 1, stopsAt: 1 },
    ],
  ])('%s', (_case, kinds, figures) => {
    expect(firstResponseFigures(modme.pack, acts(...kinds))).toEqual(figures);
  });

  test.each<[string, ResponseAct[], number | null]>([
    [
      'S1.1.10 POL: registered, by a machine or a person, and nothing begun',
      ['auto_acknowledged', 'receipt_confirmed'],
      null,
    ],
    ['S1.1.10 POL: registered and begun', ['auto_acknowledged', 'registered_and_started'], 2],
    ['S1.1.11 POL: asked about the matter', ['question'], 1],
    ['S1.1.12 POL: advised', ['consultation'], 1],
    ['S1.1.13 POL: sent a known solution', ['known_solution'], 1],
  ])('%s', (_case, kinds, at) => {
    expect(firstResponseFigures(didox24.pack, acts(...kinds))).toEqual({
      stopsAt: at,
      literalAt: at,
      humanAt: at,
    });
  });

  test('a pack that lets the acknowledgement count stops by it, and still tells when a person came', () => {
    const stops = { ...modme.pack.stops, autoAckCounts: true };

    expect(firstResponseFigures({ stops }, acts('auto_acknowledged', 'answer'))).toEqual({
      stopsAt: 1,
      literalAt: 1,
      humanAt: 2,
    });
  });
});

describe('A12: the next answer', () => {
  const askedAt = msk('2026-11-20 16:00');
  const withTarget = {
    ...jokercrm,
    pack: {
      ...jokercrm.pack,
      clocks: {
        ...jokercrm.pack.clocks,
        nextResponse: {
          ...jokercrm.pack.clocks.nextResponse,
          target: { value: 4, unit: 'businessHour' as const },
        },
      },
    },
  };

  test('S4.2.3.3 POL: while developers have it none is counted, though the desk has a target', () => {
    expect(nextResponseOf(withTarget, { askedAt, state: 'with_development' })).toEqual({
      kind: 'suspended',
      in: 'with_development',
      clause: '2.3',
    });
    expect(nextResponseOf(withTarget, { askedAt, state: null })).toMatchObject({
      kind: 'target',
      ends: { kind: 'ends', at: msk('2026-11-23 11:00') },
    });
  });

  test.each([modme, didox24, moidokumenty, technokad, jokercrm])(
    'no regulation of the five promises one',
    (policy) => {
      expect(nextResponseOf(policy, { askedAt, state: null })).toEqual({ kind: 'none' });
    },
  );

  test('without hours a target has no instant', () => {
    const { clocks } = withTarget.pack;
    const varied = { ...didox24, pack: { ...didox24.pack, clocks } };

    expect(nextResponseOf(varied, { askedAt, state: null })).toMatchObject({
      ends: { kind: 'unstated', reason: 'hours_not_stated' },
    });
  });
});

describe('S3.2.2.1 POL: the level sets the term', () => {
  const tiers = {
    ...technokad,
    pack: {
      ...technokad.pack,
      levels: [
        { id: 'basic', firstResponse: { value: 8, unit: 'businessHour' as const } },
        { id: 'premium', firstResponse: { value: 2, unit: 'businessHour' as const } },
        { id: 'agreed', firstResponse: null },
      ].map((level) => ({ ...level, name: technokad.pack.name, clause: '2.2' })),
    },
  };
  const dueFor = (entitlement: object) =>
    decide(
      tiers,
      asked(tiers, {
        receivedAt: msk('2026-11-24 10:00'),
        requester: { proven: true, entitlement },
      }),
    ).firstResponse;

  test.each([
    ['two levels give two instants: the lower', { level: 'basic' }, '2026-11-24 18:00'],
    ['the higher', { level: 'premium' }, '2026-11-24 12:00'],
    [
      "the agreement's own term goes first",
      { level: 'basic', firstResponse: { value: 1, unit: 'businessHour' } },
      '2026-11-24 11:00',
    ],
  ])('%s', (_case, facts, at) => {
    expect(dueFor(facts).dueAt).toBe(msk(at));
  });

  test.each([
    ['a level without a value', { level: 'agreed' }],
    ['a level nobody knows', { level: 'golden' }],
    ['no level', {}],
  ])('%s has no term', (_case, facts) => {
    expect(dueFor(facts)).toMatchObject({ dueAt: null, unstated: 'level_unknown', clause: '2.2' });
  });
});

test('S1.1.8 POL: the reaction is counted from the request, by the term of the contract', () => {
  const hours = modme.desk;
  const withHours = { ...didox24, desk: hours };
  const question = asked(withHours, {
    requester: {
      proven: true,
      entitlement: { firstResponse: { value: 4, unit: 'businessHour' } },
    },
  });

  expect(decide(withHours, question).firstResponse).toMatchObject({
    dueAt: uzt('2026-11-17 16:00'),
    clause: '3.2',
  });
  expect(decide(didox24, question).firstResponse).toMatchObject({
    dueAt: null,
    unstated: 'hours_not_stated',
    target: { value: 4, unit: 'businessHour' },
  });
});
