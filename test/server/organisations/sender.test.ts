import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { ContractDraft } from '#server/features/organisations/contract-record.ts';
import { blankTerms } from '#server/features/organisations/contract-record.ts';
import { attributeSender } from '#server/features/organisations/attribute-sender.ts';
import { readContracts } from '#server/features/organisations/read-contracts.ts';
import { saveContract } from '#server/features/organisations/save-contract.ts';
import { policyRegistry } from '#server/features/policies/policy-registry.ts';
import { ensureTenant } from '#server/features/tenants/tenants.repository.ts';
import { systemIds } from '#server/ids.ts';
import { contractContact } from '#shared/wire/organisation.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { policyOf } from '#test/support/policies.ts';

const { pack } = policyOf('didox24');
const at = Date.parse('2026-11-23T06:00:00Z');
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await ensureTenant(database.db, 'didox24', new Date());
});
beforeEach(async () => {
  await database.client.unsafe(
    'truncate organisations, contracts, contract_domains, contract_contacts, contract_portals',
  );
  await save(contract);
});
afterAll(() => database.drop());

const anna = contractContact.parse({
  name: 'Анна',
  email: 'anna@zavod.example',
  telegramLogin: '@Anna_Zavod',
});
const contract: ContractDraft = {
  ...blankTerms,
  number: 'Д-1',
  organisation: { name: 'Завод' },
  validFrom: '2026-01-01',
  email: 'it@zavod.example',
  domains: ['zavod.example'],
  contacts: [anna],
};
const save = (draft: ContractDraft) =>
  saveContract(
    {
      db: database.db,
      policies: policyRegistry([policyOf('didox24')]),
      ids: systemIds,
      now: () => at,
    },
    'didox24',
    draft,
    { kind: 'system', id: null },
  );
const deps = () => ({ db: database.db, now: () => at });
const chat = (accountId: string, login: string | null) =>
  attributeSender(deps(), pack, { by: 'chat', accountId, login });
const mail = (from: string, authenticatedDomain = from.split('@')[1]) =>
  attributeSender(deps(), pack, { by: 'mail', from, dmarc: 'pass', authenticatedDomain });
const contacts = async () =>
  (await readContracts(database.db, 'didox24', { numbers: ['Д-1'] }))[0]?.contacts;

test('B8: the first account that writes with a registered login is bound to it, and stays after a rename', async () => {
  expect(await chat('1001', 'anna_zavod')).toMatchObject({
    outcome: 'attributed',
    organisation: 'Завод',
  });
  expect(await contacts()).toMatchObject([
    { telegramAccountId: '1001', telegramBoundAt: new Date(at) },
  ]);
  expect(await chat('1001', 'anna_new')).toMatchObject({ outcome: 'attributed', renamed: true });
});

test('whoever takes a freed login is nobody', async () => {
  await chat('1001', 'anna_zavod');

  expect(await chat('2002', 'Anna_Zavod')).toMatchObject({
    outcome: 'unattributed',
    reason: 'login_taken_over',
  });
});

test('of two accounts that write with a login at once one is bound', async () => {
  const outcomes = (await Promise.all([chat('1', 'anna_zavod'), chat('2', 'anna_zavod')])).map(
    ({ outcome }) => outcome,
  );

  expect(outcomes.toSorted()).toEqual(['attributed', 'unattributed']);
});

test('a contract that is saved again keeps the account of a login that stays in it', async () => {
  await chat('1001', 'anna_zavod');
  await save({ ...contract, contacts: [{ ...anna, role: 'Директор' }] });
  expect(await contacts()).toMatchObject([{ role: 'Директор', telegramAccountId: '1001' }]);

  await save({ ...contract, contacts: [{ ...anna, telegramLogin: 'anna_other' }] });
  expect(await contacts()).toMatchObject([{ telegramAccountId: null, telegramBoundAt: null }]);
});

test.each([
  ['a listed person', 'Anna@zavod.example', { outcome: 'attributed', by: 'address' }],
  ['anybody of its domain', 'new@zavod.example', { outcome: 'attributed', by: 'domain' }],
  [
    'nobody of a subdomain',
    'x@it.zavod.example',
    { outcome: 'unattributed', reason: 'not_registered' },
  ],
  ['nobody of another', 'x@fabrika.example', { outcome: 'unattributed', reason: 'not_registered' }],
])('a letter is from the organisation for %s', async (_who, from, attribution) => {
  expect(await mail(from)).toMatchObject(attribution);
});
