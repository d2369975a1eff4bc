import { describe, expect, test } from 'vitest';
import {
  deflectionOf,
  documentField,
  documentNeeded,
  readingRules,
} from '#server/policy/decision/deflection.ts';
import { policyWith, samplePack } from '#test/support/pack-variants.ts';
import { policyOf } from '#test/support/policies.ts';

const { pack: technokad } = policyOf('technokad');
const { pack: jokercrm } = policyOf('jokercrm');

describe('C7: reading comes first', () => {
  const { intake } = samplePack();
  const asking = (mode: 'none' | 'suggest' | 'confirm' | 'require') =>
    policyWith({ intake: { ...intake, deflection: { mode, clause: '6' } } }).pack;
  const unread = { severity: 'normal', opened: false, confirmed: false } as const;

  test.each([
    [
      'never where the pack asks for nothing',
      'none',
      unread,
      { outcome: 'none', why: 'not_asked' },
    ],
    ['suggested', 'suggest', unread, { outcome: 'suggest', clause: '6' }],
    ['to be confirmed', 'confirm', unread, { outcome: 'must_confirm', clause: '6' }],
    ['to be opened', 'require', unread, { outcome: 'must_open', clause: '6' }],
    [
      'a confirmation opens nothing',
      'require',
      { ...unread, confirmed: true },
      { outcome: 'must_open', clause: '6' },
    ],
    ['opened', 'require', { ...unread, opened: true }, { outcome: 'none', why: 'done' }],
    ['confirmed', 'confirm', { ...unread, confirmed: true }, { outcome: 'none', why: 'done' }],
    ...(['suggest', 'confirm', 'require'] as const).map(
      (mode) =>
        [
          `a critical report waits for nobody: ${mode}`,
          mode,
          { ...unread, severity: 'critical' as const },
          { outcome: 'none', why: 'critical' },
        ] as const,
    ),
  ] as const)('%s', (_case, mode, reading, deflection) => {
    expect(deflectionOf(asking(mode), reading)).toEqual(deflection);
  });

  test.each([
    ['the user manual and frequent questions', technokad, '3.3'],
    ['the knowledge base in the CRM', jokercrm, '1.2'],
  ])('the regulations that ask for it only suggest: %s', (_case, pack, clause) => {
    expect(deflectionOf(pack, unread)).toEqual({ outcome: 'suggest', clause });
  });

  test('a question about something documented names the document, where a clause says so', () => {
    expect(documentNeeded(technokad, true)).toBe('3.3');
    expect(documentNeeded(technokad, false)).toBeUndefined();
    expect(documentNeeded(jokercrm, true)).toBeUndefined();
  });

  test.each([
    ['the field for its address', 'error', 'docUrl'],
    ['a category whose form has none', 'contract', undefined],
  ])('%s', (_case, category, field) => {
    expect(documentField(technokad, category)).toBe(field);
  });

  test('what a form is told: how strictly, by which clauses, and which answers never wait', () => {
    expect(readingRules(asking('none'))).toBeNull();
    expect(readingRules(asking('confirm'))).toEqual({ mode: 'confirm', clause: '6' });
    expect(readingRules(technokad)).toEqual({ mode: 'suggest', clause: '3.3', linkClause: '3.3' });
    expect(readingRules(jokercrm)).toEqual({
      mode: 'suggest',
      clause: '1.2',
      unless: { field: 'impact', choices: ['whole', 'service'] },
    });
  });
});
