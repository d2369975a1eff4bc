import { describe, expect, test } from 'vitest';
import {
  firstResponseFigures,
  type DoneAct,
} from '#server/policy/decision/first-response-figures.ts';
import type { ResponseAct } from '#server/policy/decision/stops.ts';
import { policyOf } from '#test/support/policies.ts';

const modme = policyOf('modme');
const didox24 = policyOf('didox24');

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
