import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { VendorPortalState } from '#shared/wire/vendor-portal.ts';
import { eraseContent } from '#server/features/erasure/erase-content.ts';
import { listTicketEvents } from '#server/features/event-log/event-log.repository.ts';
import {
  findVendorPortal,
  saveVendorPortal,
  stopVendorPortal,
} from '#server/features/vendor-portal/vendor-portals.repository.ts';
import { deskApi, errorRequest, requesterApi } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import {
  smartProcess,
  usualSettings,
  vendorPortalDesk,
  type VendorPortalDesk,
} from '#test/support/vendor-portal-desk.ts';

let database: TestDatabase;
let desk: VendorPortalDesk;
let agents: Awaited<ReturnType<typeof deskApi>>;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.client.unsafe('truncate portal_apps, portal_paces, vendor_portals cascade');
  desk = await vendorPortalDesk(database);
  agents = await deskApi(desk.server);
  return () => desk.close();
});

const host = 'bravo-fixture.bitrix24.com';
const everything = { ...usualSettings, everyTicketIsTask: true };
const item = () => desk.added(`crm.item.${smartProcess}`)[0];
const comments = () => desk.added('timeline.comment');
const left = async () =>
  ((await (await agents.get('modme', '/vendor-portal')).json()) as VendorPortalState).left;
const erase = (ticketId: string) => eraseContent(desk.server.deps, { tenantId: 'modme', ticketId });
const stop = () => stopVendorPortal(database.db, 'modme', new Date(desk.world.now()));
const erasureOf = async (id: string) =>
  (await listTicketEvents(database.db, 'modme', id)).find(({ kind }) => kind === 'content_erased');

/** A ticket with an item, a task and an answer below the item. */
async function shownTicket() {
  const { id, number } = await requesterApi(desk.server).open(errorRequest);
  desk.pass(1);
  await agents.answer('modme', id, { kind: 'reply', text: 'Проверяем.' });
  await desk.work();
  return { id, number };
}

/** Connects another portal, at a name where nothing answers. */
async function connectElsewhere() {
  const portal = (await findVendorPortal(database.db, 'modme'))!;
  const at = new Date(desk.world.now());
  await saveVendorPortal(database.db, { ...portal, host: 'charlie.bitrix24.com' }, at);
}

test('of an erased ticket the log and the desk say what stands in a stopped portal; connected again it is erased there', async () => {
  await desk.connect(everything);
  const { id, number } = await shownTicket();
  await stop();
  await erase(id);
  await desk.work();
  const owed = await left();

  expect((await erasureOf(id))?.params).toMatchObject({ left: 2 });
  expect(owed).toMatchObject([
    { ticket: id, number, type: 'item', remoteId: item()?.id, key: 'item' },
    { ticket: id, type: 'task', key: 'task' },
  ]);
  expect(owed[0]?.url).toBe(`https://${host}/crm/type/${smartProcess}/details/${item()?.id}/`);
  expect((await agents.ticket('modme', id)).vendorRecords).toMatchObject([
    { connected: false, erased: false },
    { connected: false, erased: false },
  ]);
  expect(item()?.fields).toMatchObject({ ufCrm44Got: errorRequest.answers.got });

  await desk.connect(everything);
  await desk.work();
  expect(await left()).toEqual([]);
  expect(item()?.fields).toMatchObject({ title: `${number}: стёрто`, ufCrm44Got: '' });
  expect(comments()).toEqual([]);
  expect((await agents.ticket('modme', id)).vendorRecords).toMatchObject([
    { connected: true, erased: true },
    { connected: true, erased: true },
  ]);
});

test('while a portal is connected nothing is left: it is erased there', async () => {
  await desk.connect(everything);
  const { id } = await shownTicket();
  await erase(id);
  const before = await left();
  await desk.work();

  expect((await erasureOf(id))?.params).not.toHaveProperty('left');
  expect([before, await left(), comments()]).toEqual([[], [], []]);
});

test('what stands in a former portal is not forgotten with it, and erased there should it come back', async () => {
  await desk.connect(everything);
  const { id, number } = await shownTicket();
  await connectElsewhere();
  await erase(id);

  expect(await left()).toMatchObject([
    { key: `${host}/item`, url: `https://${host}/crm/type/${smartProcess}/details/${item()?.id}/` },
    { key: `${host}/task`, url: expect.stringContaining(`https://${host}/company/`) },
  ]);
  expect(JSON.stringify(item()?.fields)).toContain(errorRequest.answers.got);

  await desk.connect(everything);
  await desk.work();
  expect(await left()).toEqual([]);
  expect(item()?.fields).toMatchObject({ title: `${number}: стёрто`, ufCrm44Got: '' });
  expect(comments()).toEqual([]);
});

test('somebody who deleted it there says so, which stands in the log; twice, or elsewhere, it is not found', async () => {
  await desk.connect(everything);
  const { id } = await shownTicket();
  await stop();
  await erase(id);
  const said = (body: object) => agents.post('modme', '/vendor-portal/left/deleted', body);

  expect((await said({ ticket: id, key: 'item' })).status).toBe(204);
  expect((await said({ ticket: id, key: 'item' })).status).toBe(404);
  expect((await said({ ticket: 'tck_none', key: 'task' })).status).toBe(404);
  expect(await left()).toMatchObject([{ key: 'task' }]);
  expect((await agents.ticket('modme', id)).events).toContainEqual(
    expect.objectContaining({
      kind: 'portal_copy_deleted',
      params: { type: 'item', remote: String(item()?.id) },
    }),
  );
});
