import { describe, expect, test } from 'vitest';
import { isFirstResponse, responseOfMessage } from '#server/policy/decision/stops.ts';
import { policyOf } from '#test/support/policies.ts';

const { pack } = policyOf('modme');

describe('S0.9.2 POL: what counts as the first response', () => {
  test.each([
    ['confirmation of receipt', 'receipt_confirmed', true],
    ['a clarifying question', 'question', true],
    ['the start of diagnosis', 'diagnosis_started', true],
    ['an answer', 'answer', true],
    ['an internal note', 'note', false],
    ['the automatic acknowledgement', 'auto_acknowledged', false],
  ] as const)('%s', (_case, done, counts) => {
    expect(isFirstResponse(pack, done)).toBe(counts);
  });

  test('the automatic acknowledgement counts only where the pack says so', () => {
    const counting = { ...pack, stops: { ...pack.stops, autoAckCounts: true } };

    expect(isFirstResponse(counting, 'auto_acknowledged')).toBe(true);
  });

  test('a question counts only where the text counts questions', () => {
    const strict = { stops: { ...pack.stops, counts: ['diagnosis_started' as const] } };

    expect(isFirstResponse(strict, responseOfMessage.question)).toBe(false);
    expect(isFirstResponse(strict, responseOfMessage.reply)).toBe(true);
  });
});
