import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { OutboxList } from '#shared/wire/outbox.ts';
import { clearFaults, faults, refusalFault, setFault } from '#server/demo/portal/faults.ts';
import { outbox } from '#server/features/outbox/outbox.table.ts';
import { portalNotice } from '#server/features/outbox/portal-notice.ts';
import { sendPortalNotices } from '#server/features/outbox/send-portal-notices.ts';
import { erasePortal } from '#server/features/portals/erase-portal.ts';
import { portals } from '#server/features/portals/portals.table.ts';
import { completeRequest, deskApi, requesterApi } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { portalDesk, startOf, type PortalDesk } from '#test/support/portal-desk.ts';

let database: TestDatabase;
let desk: PortalDesk;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.client.unsafe(
    'truncate portal_apps cascade; truncate portal_paces; delete from outbox',
  );
  desk = await portalDesk(database, ['im']);
  return () => desk.close();
});

/** The administrator and person 7 of the portal open the app, and person 7 asks something. */
async function asked() {
  desk.installed('alpha');
  await desk.enter(desk.post('alpha', { userId: 1 }));
  const { secret: bearer } = await startOf(await desk.enter(desk.post('alpha')));
  const pack = desk.server.deps.policies.inForce('didox24', desk.world.now())!.pack;
  const request = { ...completeRequest(pack), locale: 'uz' };
  return requesterApi(desk.server, { vendor: 'didox24', bearer }).open(request);
}
const answer = async (id: string, text: string, kind = 'reply') => {
  const agent = await deskApi(desk.server);
  await agent.answer('didox24', id, { kind, text, attachments: [] });
};
/** Seconds pass, and what is due is seen to. */
const pass = async (seconds = 0) => {
  desk.pass(seconds);
  while ((await sendPortalNotices(desk.server.deps)) > 0);
};
const shown = () => desk.portal('alpha').notifications;
const notices = async () =>
  (await database.db.select().from(outbox).orderBy(outbox.id)).filter(
    ({ via }) => via === 'portal',
  );
const host = () => desk.portal('alpha').host;
const method = 'im.notify.system.add';
const calls = () => desk.world.requests.filter(({ path }) => path === `/rest/${method}`).length;

test('an answer is shown to its author inside the portal, with a way to the ticket', async () => {
  const { id, number } = await asked();
  await answer(id, 'Перенесли [b]оплату[/b] [URL=https://evil.example]сюда[/URL]');
  await pass();

  expect(shown()).toHaveLength(1);
  const { userId, message, tag } = shown()[0]!;
  expect([userId, tag]).toEqual([7, `acme.helpline|${number}`]);
  const [link, said] = message.split('\n');
  expect(link).toBe(
    `[URL=/marketplace/view/acme.helpline/?params[ticket]=${encodeURIComponent(number)}]${number}: javob[/URL]`,
  );
  expect(said).toContain('Перенесли ［b］оплату［/b］ ［URL=https://evil.example］сюда［/URL］');
  expect(await notices()).toMatchObject([
    { state: 'sent', kind: 'agent_replied', recipient: `${host()}/company/personal/user/7/` },
  ]);
});

test('a ticket has one notification: the newest', async () => {
  const { id } = await asked();
  await answer(id, 'Первый ответ');
  await pass();
  await answer(id, 'Какая касса?', 'question');
  await pass(1);

  expect(shown().map(({ message }) => message.split('\n')[1])).toEqual([
    expect.stringContaining('Какая касса?'),
  ]);
});

test('a notice that still waits gives its place to a newer one, and whatever was on its way comes before', async () => {
  const { id } = await asked();
  setFault(desk.world, host(), method, { ...faults.badGateway, times: 1 });
  await answer(id, 'Первый ответ');
  await pass();
  await answer(id, 'Второй ответ');
  await pass();

  expect(shown()).toEqual([]);
  await pass(30);
  expect(shown().map(({ message }) => message)).toEqual([expect.stringContaining('Второй')]);
  expect((await notices()).map(({ state, lastError }) => [state, lastError])).toEqual([
    ['held', 'replaced'],
    ['sent', null],
  ]);
});

test('a lost answer leads to no second notification', async () => {
  const { id } = await asked();
  setFault(desk.world, host(), method, { ...faults.cut, times: 1 });
  await answer(id, 'Ответ');
  await pass();
  await pass(61);

  expect(calls()).toBe(2);
  expect(shown()).toHaveLength(1);
});

test('an ended token is renewed for the notice', async () => {
  const { id } = await asked();
  desk.pass(3700);
  await answer(id, 'Ответ');
  await pass();

  expect(shown()).toHaveLength(1);
});

test('a busy portal is left alone and the ticket is filed and answered all the same', async () => {
  const { id } = await asked();
  setFault(desk.world, host(), '*', refusalFault(503, 'OVERLOAD_LIMIT'));
  await answer(id, 'Ответ');
  await pass();
  const second = await asked();
  await answer(second.id, 'Ответ на второе');
  for (let minute = 0; minute < 4; minute += 1) await pass(60);

  expect(second.number).not.toBe('');
  expect(calls()).toBe(1);
  clearFaults(desk.world, host());
  await pass(61);
  await pass(2);
  expect(shown()).toHaveLength(2);
  expect((await notices()).map(({ state, attempts }) => [state, attempts])).toEqual([
    ['sent', 1],
    ['sent', 1],
  ]);
});

test.each([
  ['the app may not notify', 'scopes = \'["placement"]\'', 'no_scope'],
  ['the app was removed', 'uninstalled_at = now()', 'uninstalled'],
])('where %s nothing is tried, and the outbox says why', async (_case, change, why) => {
  const { id } = await asked();
  await database.client.unsafe(`update portals set ${change}`);
  await answer(id, 'Ответ');
  await pass();

  expect(calls()).toBe(0);
  const agent = await deskApi(desk.server);
  const list = (await (await agent.get('didox24', '/outbox')).json()) as OutboxList;
  expect(list.rows.filter(({ via }) => via === 'portal')).toMatchObject([{ state: 'held', why }]);
});

test.each([
  [
    'no administrator’s token is left',
    async () => database.client.unsafe('delete from portal_tokens'),
    'no_token',
  ],
  [
    'the person works there no more',
    async () => void (desk.portal('alpha').people.get(7)!.active = false),
    'no_person',
  ],
  [
    'the app is gone and nobody told',
    async () => setFault(desk.world, host(), method, refusalFault(401, 'APPLICATION_NOT_FOUND')),
    'uninstalled',
  ],
])('where %s the notice is put aside', async (_case, spoil, why) => {
  const { id } = await asked();
  await answer(id, 'Ответ');
  await spoil();
  await pass();
  await pass(7200);

  expect(shown()).toEqual([]);
  expect(calls()).toBeLessThan(2);
  expect(await notices()).toMatchObject([{ state: 'held', lastError: why }]);
});

test('a portal that never answers is given up after some days, and the desk is told', async () => {
  const { id } = await asked();
  setFault(desk.world, host(), method, faults.badGateway);
  await answer(id, 'Ответ');
  for (let hour = 0; hour < 120; hour += 1) await pass(3600);

  expect(await notices()).toMatchObject([{ state: 'failed' }]);
  expect(calls()).toBeLessThanOrEqual(16);
  const [row] = await database.client.unsafe(
    `select count(*)::int as notices from agent_notices where kind = 'letter_failed'`,
  );
  expect(row?.['notices']).toBeGreaterThan(0);
});

test('somebody who asks outside portals gets no notice', async () => {
  desk.installed('alpha');
  await desk.enter(desk.post('alpha', { userId: 1 }));
  const pack = desk.server.deps.policies.inForce('didox24', desk.world.now())!.pack;
  const { id } = await requesterApi(desk.server, { vendor: 'didox24' }).open(completeRequest(pack));
  await answer(id, 'Ответ');
  await pass();

  expect(await notices()).toEqual([]);
});

test('who the notice was for is erased with the portal, and what waits is never shown', async () => {
  const { id } = await asked();
  await answer(id, 'Ответ');
  const [portal] = await database.db.select().from(portals);
  await erasePortal(desk.server.deps)('didox24', portal!.memberId);
  await pass();

  expect(calls()).toBe(0);
  expect(await notices()).toMatchObject([{ state: 'held', recipient: '', params: {} }]);
});

test('a long answer is cut at a word', () => {
  const { MESSAGE } = portalNotice(
    { subject: 'DX-1', text: 'слово '.repeat(100) },
    { app: 'acme.helpline', number: 'DX-1', userId: 7 },
  );

  expect(MESSAGE.split('\n')[1]).toMatch(/^(слово ){30,33}слово…$/);
});
