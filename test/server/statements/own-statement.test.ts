import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SignedStatement } from '#shared/wire/statement.ts';
import type { VendorKeyList } from '#shared/wire/vendor-keys.ts';
import { verifyStatement } from '#server/features/statements/verify-statement.ts';
import {
  codeOf,
  completeRequest,
  deskApi,
  device,
  handClock,
  requesterApi,
} from '#test/support/api.ts';
import { enterContract } from '#test/support/contracts.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { machineApi } from '#test/support/machine-api.ts';
import { policyOf } from '#test/support/policies.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

const vendor = 'modme';
const month = '2026-11';
const clock = handClock('2026-11-23T04:00:00Z');
let database: TestDatabase;
let server: TestServer;
let desk: Awaited<ReturnType<typeof deskApi>>;
let factory = '';
let signed = '';

beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database, { now: clock.now });
  desk = await deskApi(server);
  const contacts = [
    { name: 'Анна', email: 'anna@zavod.example', responsible: true },
    { name: 'Борис', email: 'boris@zavod.example', responsible: false },
  ];
  const terms = { email: null, firstResponse: undefined };
  factory = (await enterContract(desk, vendor, 'Завод', { ...terms, number: 'M-1', contacts }))
    .organisation.id;
  await enterContract(desk, vendor, 'Фабрика', { ...terms, number: 'M-2' });
  const { pack } = policyOf(vendor);
  const api = requesterApi(server, { vendor, bearer: await bearerOf({}) });
  signed = (await api.open(completeRequest(pack))).logReceipt!.signed;
  clock.set('2026-11-23T04:00:01Z');
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

const anna = { sub: 'anna', org: 'Завод', email: 'Anna@zavod.example', email_verified: true };
const bearerOf = (claims: object) => server.signAsHost(vendor, { ...anna, ...claims });
const asked = (bearer: string, of = month) =>
  requesterApi(server, { vendor, bearer }).get(`/v1/statements/${of}`);

test('a responsible person of the contract gets the statement of their organisation as a file that verifies', async () => {
  const given = await asked(await bearerOf({}));
  const statement = (await given.json()) as SignedStatement;
  const { keys } = (await (
    await fetch(`${server.url}/v1/policies/${vendor}/signing-keys`)
  ).json()) as VendorKeyList;

  expect(given.headers.get('content-disposition')).toContain('modme-2026-11-statement.json');
  expect(statement.statement.organisation).toEqual({ id: factory, name: 'Завод' });
  expect(await verifyStatement(statement, keys, [{ name: 'receipt', signed }])).toEqual({
    faults: [],
    confirmed: 1,
    outside: 0,
    unmarked: 0,
  });
});

test.each([
  ['somebody who is listed and not responsible', { email: 'boris@zavod.example' }],
  ['an address that nobody has proven', { email_verified: false }],
  ['somebody without an address', { email: undefined }],
  ['a responsible person of another organisation', { org: 'Фабрика' }],
  ['somebody who names the contract of others', { contract: 'M-2' }],
  ['an organisation that is not on record', { org: 'Нет такой' }],
])('%s gets none', async (_who, claims) => {
  expect(await codeOf(await asked(await bearerOf(claims)))).toEqual([403, 'act.not_yours']);
});

test('without a signed identity, or of no month, there is none', async () => {
  expect(await codeOf(await asked(device()))).toEqual([401, 'identity.required']);
  expect(await codeOf(await asked(await bearerOf({}), '2026-13'))).toEqual([
    400,
    'request.invalid',
  ]);
});

test('a program of the vendor reads it with the scope for statements, and no other', async () => {
  const keyWith = async (scope: string) => {
    const made = await desk.post(vendor, '/api-keys', { name: scope, scopes: [scope] });
    return machineApi(server, ((await made.json()) as { key: string }).key);
  };
  const path = `/organisations/${factory}/statements/${month}`;
  const [statements, customers] = [
    await keyWith('statements:read'),
    await keyWith('customers:read'),
  ];

  expect((await statements.get(path)).status).toBe(200);
  expect(await codeOf(await customers.get(path))).toEqual([403, 'api_key.scope_missing']);
});
