import { describe, expect, test } from 'vitest';
import type { Severity } from '#shared/vocabulary.ts';
import { severityOf } from '#server/policy/decision/severity-choice.ts';
import { policyOf } from '#test/support/policies.ts';

const { pack: modme } = policyOf('modme');
const { pack: moidokumenty } = policyOf('moidokumenty');
const { pack: jokercrm } = policyOf('jokercrm');

describe('how heavy a request is', () => {
  test.each<[string, object, Severity | null, object]>([
    [
      'S2.2.3.2 POL: the answer suggests it',
      { impact: 'blocked' },
      null,
      { severity: 'high', by: 'requester' },
    ],
    [
      'S2.2.3.2 POL: a small one too',
      { impact: 'minor' },
      null,
      { severity: 'low', by: 'requester' },
    ],
    ["an agent's word holds", { impact: 'blocked' }, 'low', { severity: 'low', by: 'agent' }],
    ['no answer', {}, null, { severity: 'normal', by: 'nobody' }],
    ['an answer nobody offers', { impact: 'end' }, null, { severity: 'normal', by: 'nobody' }],
    ['no option at all', { impact: ['blocked'] }, null, { severity: 'normal', by: 'nobody' }],
  ])('%s', (_case, answers, agent, choice) => {
    expect(severityOf(moidokumenty, { ...answers }, agent)).toMatchObject({
      ...choice,
      clause: '2.3',
    });
  });

  test('S4.2.1.3 POL: what brings the CRM or a service down suggests critical', () => {
    const suggested = (impact: string) => severityOf(jokercrm, { impact }, null).severity;

    expect(['whole', 'service', 'detail'].map(suggested)).toEqual([
      'critical',
      'critical',
      'normal',
    ]);
  });

  test('a regulation without such a question has none to suggest by', () => {
    expect(severityOf(modme, { impact: 'blocked' }, null)).toEqual({
      severity: 'normal',
      by: 'nobody',
      clause: undefined,
    });
  });
});
