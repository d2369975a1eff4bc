import { expect, test } from 'vitest';
import { demoContracts } from '#server/demo/people.ts';
import { contractFaults, regionsOf } from '#server/policy/decision/contract-faults.ts';
import { policyOf } from '#test/support/policies.ts';

const sound = {
  plan: null,
  level: null,
  validFrom: '2026-01-01',
  validUntil: null,
  email: 'it@zavod.example',
  domains: ['zavod.example'],
};
const faultsOf = (vendor: string, more: object) =>
  contractFaults(policyOf(vendor).pack, { ...sound, ...more });

test.each<[string, string, object, string[]]>([
  ['nothing is wrong', 'didox24', {}, []],
  ['a regulation without plans takes any', 'modme', { plan: 'net' }, []],
  ['one with plans takes its own', 'jokercrm', { plan: 'extended' }, []],
  ['and the kind of copy that needs none', 'jokercrm', { plan: 'rental' }, []],
  ['but no other', 'jokercrm', { plan: 'net' }, ['contract.plan_unknown plan']],
  ['a regulation that leaves levels to contracts takes any', 'technokad', { level: 'gold' }, []],
  ['a day is a whole contract', 'didox24', { validUntil: '2026-01-01' }, []],
  ['B7: the number needs an address', 'didox24', { email: null }, ['contract.email_missing email']],
  ['elsewhere it does not', 'modme', { email: null }, []],
  [
    'everything at once',
    'didox24',
    { validUntil: '2025-12-31', email: null, domains: ['zavod.example', 'gmail.com'] },
    [
      'contract.ends_before_it_begins validUntil',
      'contract.email_missing email',
      'contract.domain_public domains.1',
    ],
  ],
])('%s (%s)', (_case, vendor, more, faults) => {
  expect(faultsOf(vendor, more).map(({ code, field }) => `${code} ${field}`)).toEqual(faults);
});

test.each([
  ['its own', 'basic', []],
  ['but no other', 'gold', ['contract.level_unknown']],
])('a regulation that states the terms of levels takes %s: %s', (_case, level, faults) => {
  const name = { ru: 'Б', uz: 'B', 'uz-Cyrl': 'Б', en: 'B' };
  const firstResponse = { value: 9, unit: 'businessHour' } as const;
  const pack = {
    ...policyOf('technokad').pack,
    levels: [{ id: 'basic', name, firstResponse, clause: '1' }],
  };

  expect(contractFaults(pack, { ...sound, level }).map(({ code }) => code)).toEqual(faults);
});

test('no contract of the demo is refused', () => {
  const wrong = demoContracts.flatMap(({ vendor, number, ...contract }) =>
    contractFaults(policyOf(vendor).pack, { ...contract, domains: [] }).map(
      ({ code }) => `${number}: ${code}`,
    ),
  );

  expect(wrong).toEqual([]);
});

test.each([
  ['technokad', ['moscow', 'regions', 'siberia']],
  ['modme', []],
  ['didox24', []],
])('regions that %s tells apart', (vendor, regions) => {
  expect([...regionsOf(policyOf(vendor).pack)].toSorted()).toEqual(regions);
});
