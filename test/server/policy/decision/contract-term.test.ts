import { expect, test } from 'vitest';
import { contractTerm, type TermFacts } from '#server/policy/decision/contract-term.ts';

const hours = (value: number) => ({ value, unit: 'businessHour' }) as const;
const level = { id: 'basic', name: { ru: 'Б', uz: 'B', 'uz-Cyrl': 'Б', en: 'B' }, clause: '1' };
const pack = { levels: [{ ...level, firstResponse: hours(9) }], plans: [] };

test.each<[string, TermFacts, number | undefined]>([
  ['none', {}, undefined],
  ['of the level', { level: 'basic' }, 9],
  ['of a level nobody knows', { level: 'gold' }, undefined],
  ['its own, above the level', { level: 'basic', firstResponse: hours(4) }, 4],
  [
    'of the severity, above its own',
    { firstResponse: hours(4), firstResponseBySeverity: { critical: hours(1) } },
    1,
  ],
  [
    'its own where the severity has none',
    { firstResponse: hours(4), firstResponseBySeverity: { low: hours(20) } },
    4,
  ],
])('the term that a contract sets for what is critical: %s', (_case, contract, value) => {
  expect(contractTerm(pack, contract, 'critical')?.value).toBe(value);
});
