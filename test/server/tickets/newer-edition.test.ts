import { getRequestListener } from '@hono/node-server';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '#server/app.ts';
import { policyRegistry } from '#server/features/policies/policy-registry.ts';
import type { Policy } from '#server/policy/packs.ts';
import { completeRequest, deskApi, handClock, requesterApi } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

const clock = handClock('2026-11-20T08:00:00Z');
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

/** The edition of a later day, without some category. */
function later(policy: Policy, category: string): Policy {
  const pack = { ...policy.pack, edition: 'undated-2026-12-01', validFrom: '2026-12-01' };
  const categories = new Map([...policy.categories].filter(([id]) => id !== category));
  return { ...policy, pack, categories };
}

test('B2 POL: a request that arrives under an edition without its category is decided by its own', async () => {
  const policy = server.deps.policies.inForce('jokercrm', clock.now())!;
  const request = completeRequest(policy.pack);
  const { id } = await requesterApi(server, { vendor: 'jokercrm' }).open(request);
  const policies = policyRegistry([policy, later(policy, request.category)]);
  const renewed = createServer(getRequestListener(createApp({ ...server.deps, policies }).fetch));
  await new Promise<void>((resolve) => renewed.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(renewed.address() as AddressInfo).port}`;
  clock.set('2026-12-02T08:00:00Z');
  const desk = await deskApi({ ...server, url });
  const confirmed = await desk.post('jokercrm', `/tickets/${id}/acts`, { act: 'confirm_arrival' });
  const ticket = (await confirmed.json()) as { decision: { edition: string }; status: string };
  renewed.closeAllConnections();
  await new Promise((resolve) => renewed.close(resolve));

  expect([confirmed.status, ticket.status]).toEqual([200, 'open']);
  expect(ticket.decision.edition).toBe(policy.pack.edition);
});
