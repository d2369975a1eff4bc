import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SignedStatement } from '#shared/wire/statement.ts';
import { saveAgent } from '#server/features/agents/agents.repository.ts';
import { createSignInToken } from '#server/features/agents/sign-in.ts';
import { makeStatement } from '#server/features/statements/make-statement.ts';
import { codeOf, completeRequest, deskApi, handClock, requesterApi } from '#test/support/api.ts';
import { enterContract } from '#test/support/contracts.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { machineApi } from '#test/support/machine-api.ts';
import { policyOf } from '#test/support/policies.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

const vendor = 'didox24';
const clock = handClock('2026-11-23T04:00:00Z');
let database: TestDatabase;
let server: TestServer;

beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database, { now: clock.now });
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

test('a statement that counts a report of a vulnerability is for those who may see it, and whole', async () => {
  const desk = await deskApi(server);
  const terms = { number: 'D-1' };
  const { organisation } = await enterContract(desk, vendor, 'Завод', terms);
  const { pack } = policyOf(vendor);
  const { id } = await requesterApi(server, { vendor }).open(
    completeRequest(pack, 'vulnerability'),
  );
  await database.client.unsafe(`update tickets set contract = 'D-1' where id = $1`, [id]);
  await saveAgent(database.db, { tenantId: vendor, id: 'head', name: 'Глава', role: 'head' });
  const head = await deskApi(server, await createSignInToken(server.deps, 'head'));
  const made = await desk.post(vendor, '/api-keys', {
    name: 'CRM',
    scopes: ['statements:read', 'tickets:read'],
  });
  const crm = machineApi(server, ((await made.json()) as { key: string }).key, vendor);
  clock.set('2026-11-23T04:00:01Z');
  const path = `/organisations/${organisation.id}/statements/2026-11`;
  const seen = (await (await head.get(vendor, path)).json()) as SignedStatement;
  const theirs = await makeStatement(server.deps, vendor, organisation.id, '2026-11');

  expect(await codeOf(await desk.get(vendor, path))).toEqual([403, 'tickets.hidden']);
  expect(await codeOf(await crm.get(path))).toEqual([403, 'tickets.hidden']);
  expect(seen.statement.tickets).toMatchObject([{ id }]);
  expect(theirs).toMatchObject({ value: { statement: { tickets: [{ id }] } } });
});
