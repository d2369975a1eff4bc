import { describe, expect, test } from 'vitest';
import { requestFlags } from '#server/policy/decision/request-flags.ts';
import { policyOf } from '#test/support/policies.ts';

const { pack } = policyOf('didox24');
const held = { 'licensed-software': 'held', 'reachable-portal': 'held' } as const;

describe('S1.2.3 POL: an operator outside the list is flagged, and nothing is refused', () => {
  test('the recommended one', () => {
    const [operator] = pack.operators?.list ?? [];

    expect(requestFlags(pack, { conditions: held, operator: operator?.id })).toEqual([]);
  });

  test('another', () => {
    expect(requestFlags(pack, { conditions: held, operator: 'somebody else' })).toEqual([
      { code: 'operator_not_listed', clause: '2' },
    ]);
  });

  test('not said yet', () => {
    expect(requestFlags(pack, { conditions: held })).toEqual([]);
  });
});

describe('conditions besides the contract', () => {
  test('broken, and not shown yet', () => {
    expect(requestFlags(pack, { conditions: { 'licensed-software': 'broken' } })).toEqual([
      { code: 'condition_broken', condition: 'licensed-software', clause: '2' },
      { code: 'condition_unknown', condition: 'reachable-portal', clause: '2' },
    ]);
  });

  test.each([
    ['without a record of the installation', false, [{ code: 'not_installed', clause: '1' }]],
    ['with one', true, []],
    ['from elsewhere', undefined, []],
  ])('S1.1.2 POL: a portal %s', (_case, installed, flags) => {
    expect(requestFlags(pack, { conditions: held, installed })).toEqual(flags);
  });

  test('a regulation without conditions flags nothing', () => {
    expect(requestFlags(policyOf('modme').pack, { operator: 'any', contract: {} })).toEqual([]);
  });
});

describe('S1.3.2.1 POL: what a contract lacks', () => {
  const firstResponse = { value: 4, unit: 'businessHour' } as const;

  test.each([
    ['nothing', { firstResponse, email: 'it@textile.uz' }, []],
    ['a term', { email: 'it@textile.uz' }, [{ code: 'contract_without_term', clause: '3.2' }]],
    ['B7: an address', { firstResponse }, [{ code: 'contract_without_email', clause: '3.2' }]],
    ['no contract at all', null, []],
  ])('%s', (_case, contract, flags) => {
    expect(requestFlags(pack, { conditions: held, contract })).toEqual(flags);
  });

  test('S3.2.2.1 POL: an agreement without a level has no term either', () => {
    expect(requestFlags(policyOf('technokad').pack, { contract: {} })).toEqual([
      { code: 'contract_without_term', clause: '2.2' },
    ]);
  });
});
