import { PNG } from 'pngjs';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { AttachmentView } from '#shared/wire/ticket.ts';
import { parseRoute } from '#desk/routes.ts';
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
const picture = new Uint8Array(PNG.sync.write(new PNG({ width: 40, height: 30 })));
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.client.unsafe('truncate portal_apps, portal_paces, vendor_portals cascade');
  desk = await vendorPortalDesk(database);
  return () => desk.close();
});

test('files are addresses of the desk, which holds no token and shows nothing without a sign-in', async () => {
  const { item } = usualSettings;
  const fields = { ...item.fields, ufCrm44Shown: 'files' };
  await desk.connect({ ...usualSettings, item: { ...item, fields }, everyTicketIsTask: true });
  const api = requesterApi(desk.server);
  const upload = async (name: string) =>
    (await (await api.upload(picture, 'image/png', name)).json()) as AttachmentView;
  const [first, second] = [await upload('Счёт [1].png'), await upload('page.png')];
  const { id } = await api.open({ ...errorRequest, attachments: [first.id] });
  desk.pass(1);
  await api.post(`/v1/tickets/${id}/messages`, { text: 'Вот ещё.', attachments: [second.id] });
  await desk.work();
  const link = ({ id: file }: AttachmentView) => `${desk.server.url}/desk#/modme/${id}/${file}`;

  const [task] = desk.added('task');
  const [made] = desk.added(`crm.item.${smartProcess}`);
  const [comment] = desk.added('timeline.comment');
  expect(task?.fields['DESCRIPTION']).toContain(`[URL=${link(first)}]Счёт ［1］.png[/URL]`);
  expect(made?.fields['ufCrm44Shown']).toContain(`Счёт [1].png ${link(first)}`);
  expect(comment?.fields['COMMENT']).toContain(`[URL=${link(second)}]page.png[/URL]`);
  // what stands after # never reaches a server: the page asks for the file itself, as whoever is signed in
  expect(parseRoute(new URL(link(first)).hash)).toMatchObject({ ticketId: id, file: first.id });
  const bytes = `${desk.server.url}/v1/desk/vendors/modme/attachments/${first.id}`;
  const { cookie } = await deskApi(desk.server);
  expect((await fetch(bytes)).status).toBe(401);
  expect((await fetch(bytes, { headers: { cookie } })).status).toBe(200);
});
