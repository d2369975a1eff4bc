import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { changePortal, savePortalApp } from '#server/features/portals/portals.repository.ts';
import { appSecretPlace } from '#server/features/portals/renew-token.ts';
import { completeRequest, deskApi, errorRequest, requesterApi } from '#test/support/api.ts';
import { enterContract } from '#test/support/contracts.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { portalDesk, startOf, type PortalDesk } from '#test/support/portal-desk.ts';
import { actors } from '#test/support/portal-world.ts';

let database: TestDatabase;
let desk: PortalDesk;
beforeAll(async () => {
  database = await testDatabase();
  desk = await portalDesk(database);
  desk.installed('alpha');
});
// a portal gives two calls a second
afterEach(() => desk.pass(120));
afterAll(async () => {
  await desk.close();
  await database.drop();
});

/** Somebody opens the app inside a portal, which is this vendor's from now on. */
async function openAppOf(vendor: string) {
  const { client_id: clientId, client_secret: secret, code } = actors.app;
  const { db, secretBox, now } = desk.server.deps;
  await database.client.unsafe('truncate portal_apps cascade');
  await savePortalApp(db, {
    tenantId: vendor,
    clientId,
    code,
    sealedSecret: secretBox.seal(secret, appSecretPlace(vendor)),
    createdAt: new Date(now()),
  });
  const { query, body, origin } = desk.post('alpha');
  const page = await fetch(`${desk.server.url}/b24/${vendor}/app${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin },
    body,
  });
  return requesterApi(desk.server, { vendor, bearer: (await startOf(page)).secret });
}

test('S0.6.1 B24: where the form is a way of the text, a request inside a portal starts its clock', async () => {
  const own = await openAppOf('modme');
  const contractNumber = 'M-2026/1';
  await enterContract(await deskApi(desk.server), 'modme', 'Ромашка', {
    number: contractNumber,
    validUntil: '2099-12-31',
  });
  await changePortal(
    desk.server.deps.db,
    { tenantId: 'modme', memberId: desk.portal('alpha').memberId },
    { contractNumber },
  );
  const { id, status } = await own.open(errorRequest);
  const shown = await (await deskApi(desk.server)).ticket('modme', id);

  expect([status, shown.channel]).toEqual(['open', 'bitrix24']);
  expect(shown.clock.dueAt).not.toBeNull();
});

test('S0.6.1 B24: where it is none, the request is kept, its writer led to the ways that are, and no clock runs before an agent sees it there', async () => {
  const own = await openAppOf('moidokumenty');
  const pack = desk.server.deps.policies.inForce('moidokumenty', desk.world.now())!.pack;
  const { id, status, decision } = await own.open(completeRequest(pack));
  const agents = await deskApi(desk.server);
  const kept = await agents.ticket('moidokumenty', id);

  expect([status, kept.channel]).toEqual(['awaiting_channel', 'bitrix24']);
  expect(decision.route.channel).toBe('mail');
  expect(decision.notices).toContainEqual(
    expect.objectContaining({
      code: 'bridge_mail',
      nextStep: { code: 'write_to_channel', href: expect.stringMatching(/^mailto:/) },
    }),
  );
  expect(kept.clock.dueAt).toBeNull();
  await agents.post('moidokumenty', `/tickets/${id}/acts`, { act: 'confirm_arrival' });
  expect((await agents.ticket('moidokumenty', id)).clock.dueAt).not.toBeNull();
});
