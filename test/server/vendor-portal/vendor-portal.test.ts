import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { VendorPortalPushes, VendorPortalState } from '#shared/wire/vendor-portal.ts';
import type { NoticeList } from '#shared/wire/watch.ts';
import { changeItem, changeTask } from '#server/demo/portal/change-item.ts';
import { faults, refusalFault, setFault } from '#server/demo/portal/faults.ts';
import { announce } from '#server/demo/portal/announce.ts';
import { completeRequest, deskApi, errorRequest, requesterApi } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import {
  eventToken,
  hookSecret,
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
  await database.client.unsafe(
    'truncate portal_apps, portal_paces, vendor_portals, agent_notices cascade',
  );
  desk = await vendorPortalDesk(database);
  agents = await deskApi(desk.server);
  return () => desk.close();
});

const open = (body: unknown = errorRequest) => requesterApi(desk.server).open(body);
const items = () => desk.added(`crm.item.${smartProcess}`);
const comments = () =>
  desk.added('timeline.comment').map(({ fields }) => String(fields['COMMENT']));
const act = (id: string, body: object) => agents.post('modme', `/tickets/${id}/acts`, body);
const state = async () =>
  ((await (await agents.get('modme', '/vendor-portal')).json()) as VendorPortalState).portal;
const pushes = async (query = '') =>
  (await (await agents.get('modme', `/vendor-portal/pushes${query}`)).json()) as VendorPortalPushes;
const notes = async (id: string) =>
  (await agents.ticket('modme', id)).messages.filter(({ kind }) => kind === 'note');
const notices = async () =>
  ((await (await agents.get('modme', '/notices')).json()) as NoticeList).rows;
const host = 'bravo-fixture.bitrix24.com';
const nextUpdateBy = '2026-01-06T08:00:00.000Z';

test('S0.8.1 B24: one contact is one item, whose number stands at the ticket; a replay makes no other', async () => {
  await desk.connect();
  const key = crypto.randomUUID();
  const { id, number } = await requesterApi(desk.server).open(errorRequest, { key });
  await requesterApi(desk.server).open(errorRequest, { key });
  await desk.work();
  const [item, ...others] = items();

  expect(others).toEqual([]);
  expect(item?.fields).toMatchObject({
    title: expect.stringContaining(number),
    ufCrm44Status: 'Новое',
    ufCrm44Got: errorRequest.answers.got,
    xmlId: `modme:${id}`,
  });
  expect((await agents.ticket('modme', id)).vendorRecords).toEqual([
    {
      type: 'item',
      remoteId: item?.id,
      url: `https://${host}/crm/type/${smartProcess}/details/${item?.id}/`,
      handedOver: false,
      connected: true,
      erased: false,
    },
  ]);
  expect(await state()).toMatchObject({ host, listens: true, lastError: null, waiting: 0 });
});

test('what was open before the portal was connected does not go there', async () => {
  await open();
  await desk.connect();
  await desk.work();

  expect(items()).toEqual([]);
});

test('what both sides say stands below the item, with brackets that stay brackets; a note does not', async () => {
  await desk.connect();
  const { id } = await open();
  await agents.answer('modme', id, { kind: 'note', text: 'Только для нас.' });
  await agents.answer('modme', id, {
    kind: 'reply',
    text: 'Смотрим [URL=https://x.example]тут[/URL]',
  });
  await desk.work();

  expect(comments()).toHaveLength(1);
  expect(comments()[0]).toContain('Смотрим ［URL=https://x.example］тут［/URL］');
});

test('S0.11.1 B24 S4.2.2.1 B24: an escalation is a task with target, reason and reference; done there, it comes back with its result', async () => {
  await desk.connect();
  const { id, number } = await open();
  await act(id, {
    act: 'escalate',
    to: 'development',
    reason: 'Нужна правка счёта',
    nextUpdateBy,
    text: 'Передали разработчикам.',
  });
  await desk.work();
  const [task] = desk.added('task');
  const description = String(task?.fields['DESCRIPTION']);
  for (const said of ['Отдел разработки', 'Нужна правка счёта', number])
    expect(description).toContain(said);
  expect(task?.fields).toMatchObject({ UF_CRM_TASK: [`T516_${items()[0]?.id}`] });
  expect((await agents.ticket('modme', id)).status).toBe('escalated');

  desk.bravo.added.push({
    kind: 'task.result',
    id: 900,
    fields: { taskId: task?.id, text: 'Исправлено в сборке 41' },
  });
  changeTask(desk.world, desk.bravo, task?.id ?? 0, { status: '5' }, 6);
  await desk.work();
  const ticket = await agents.ticket('modme', id);

  expect(ticket.status).not.toBe('escalated');
  expect((await notes(id)).map(({ text }) => text)).toContainEqual(
    expect.stringContaining('Исправлено в сборке 41'),
  );
  expect(desk.added('task')).toHaveLength(1);
  expect(ticket.vendorRecords).toContainEqual(
    expect.objectContaining({ type: 'task', remoteId: task?.id, handedOver: true }),
  );
});

test('S0.4.7 B24: a wish that is passed on becomes a task for development', async () => {
  await desk.connect();
  const pack = desk.server.deps.policies.inForce('modme', desk.world.now())!.pack;
  const { id } = await open(completeRequest(pack, 'idea'));
  const done = await act(id, { act: 'hand_over', to: 'development', text: 'Передали.' });
  await desk.work();

  expect(done.status).toBe(200);
  expect(desk.added('task')).toHaveLength(1);
});

test('an item goes to the stage that its status names, and that is no news when the portal tells it', async () => {
  await desk.connect();
  const { id } = await open();
  await desk.work();
  await agents.answer('modme', id, { kind: 'reply', text: 'Готово.', resolve: true });
  const before = await notes(id);
  await desk.work();

  expect(items()[0]?.fields['stageId']).toBe('DT1302_9:SUCCESS');
  expect(await notes(id)).toEqual(before);
});

test('what somebody writes or moves in the portal is a note at the desk, once', async () => {
  await desk.connect();
  const { id } = await open();
  await desk.work();
  const item = items()[0]?.id ?? 0;
  desk.bravo.added.push({
    kind: 'timeline.comment',
    id: 700,
    fields: {
      ENTITY_ID: String(item),
      ENTITY_TYPE: `dynamic_${smartProcess}`,
      COMMENT: 'Звонил клиент',
      AUTHOR_ID: '6',
    },
  });
  for (let count = 0; count < 2; count += 1)
    announce(desk.world, desk.bravo, 'ONCRMTIMELINECOMMENTADD', { FIELDS: { ID: 700 } }, 6);
  changeItem(desk.world, desk.bravo, smartProcess, item, { stageId: 'DT1302_9:CLIENT' }, 6);
  await desk.work();
  const texts = (await notes(id)).map(({ text }) => text);

  expect(texts).toEqual([
    'Комментарий в Битрикс24, сотрудник 6:\n\nЗвонил клиент',
    `Элемент ${item} в Битрикс24 перешёл на стадию DT1302_9:CLIENT.`,
  ]);
  expect((await requesterApi(desk.server).thread(id)).messages).toHaveLength(1);
});

test('our own comment is no news, though the portal tells of it', async () => {
  await desk.connect();
  const { id } = await open();
  await agents.answer('modme', id, { kind: 'reply', text: 'Проверяем.' });
  await desk.work();

  expect(desk.sent.some(({ event }) => event === 'ONCRMTIMELINECOMMENTADD')).toBe(true);
  expect(await notes(id)).toEqual([]);
});

test.each(['crm.item.add', 'crm.timeline.comment.add', 'tasks.task.add'])(
  'an answer of %s that was lost makes nothing twice',
  async (method) => {
    await desk.connect();
    const { id } = await open();
    await agents.answer('modme', id, { kind: 'reply', text: 'Проверяем.' });
    await act(id, {
      act: 'escalate',
      to: 'development',
      reason: 'Правка',
      nextUpdateBy,
      text: 'Передали.',
    });
    setFault(desk.world, host, method, { ...faults.cut, times: 1 });
    await desk.work();
    expect((await state())?.lastError).toBe('connection');
    desk.pass(120);
    await desk.work();
    desk.pass(120);
    await desk.work();

    expect(items()).toHaveLength(1);
    // the answer, and what was said with the escalation
    expect(comments()).toHaveLength(1);
    expect(desk.added('task')).toHaveLength(1);
    expect(await notes(id)).toHaveLength(1);
    expect(await state()).toMatchObject({ waiting: 0, dead: 0, lastError: null });
  },
);

test.each([
  ['QUERY_LIMIT_EXCEEDED', 503, 5],
  ['OVERLOAD_LIMIT', 503, 5],
  ['OPERATION_TIME_LIMIT', 429, 601],
])('%s gives the portal a rest; the ticket is there long before', async (code, status, seconds) => {
  await desk.connect();
  setFault(desk.world, host, 'crm.item.add', { ...refusalFault(status, code), times: 1 });
  const { number } = await open();
  await desk.work();
  const asked = desk.calls('crm.item.add');

  expect(number).toMatch(/^MOD-/);
  expect(asked).toBe(1);
  expect(items()).toHaveLength(0);
  desk.pass(seconds);
  await desk.work();
  expect(items()).toHaveLength(1);
});

test('sixty tickets go at two calls a second at most', async () => {
  await desk.connect();
  const opened = await Promise.all(Array.from({ length: 60 }, () => open()));
  const from = desk.world.now();
  await desk.work();
  const seconds = (desk.world.now() - from) / 1000;
  const calls = desk.calls('crm.item.list') + desk.calls('crm.item.add');

  expect(items()).toHaveLength(opened.length);
  expect(calls).toBe(2 * opened.length);
  expect(calls / seconds).toBeLessThanOrEqual(2);
});

test('of one ticket nothing overtakes another; other tickets do not wait for it', async () => {
  await desk.connect();
  const first = await open();
  setFault(desk.world, host, 'crm.item.list', { ...faults.badGateway, times: 1 });
  await desk.work();
  await agents.answer('modme', first.id, { kind: 'reply', text: 'Один.' });
  const second = await open();
  desk.pass(10);
  await desk.work();
  expect(items().map(({ fields }) => fields['xmlId'])).toEqual([`modme:${second.id}`]);
  desk.pass(120);
  await desk.work();

  expect(items()).toHaveLength(2);
  expect(comments()).toHaveLength(1);
});

test('what is refused for good is given up at once, stands before operators, and is shown once somebody tries again', async () => {
  await desk.connect();
  desk.bravo.ailments.withoutNewItems = true;
  await open();
  await desk.work();
  expect(await state()).toMatchObject({ dead: 1, lastError: 'CREATE_DYNAMIC_ITEM_RESTRICTED' });
  const [dead] = (await pushes('?state=dead')).rows;
  desk.bravo.ailments.withoutNewItems = false;
  const again = await agents.post('modme', `/vendor-portal/pushes/${dead?.seq}/again`, {});
  await desk.work();

  expect(again.status).toBe(204);
  expect(items()).toHaveLength(1);
  expect(await state()).toMatchObject({ dead: 0, lastError: null });
});

test('of what is given up the desk gets one notice, which goes once somebody tries again', async () => {
  await desk.connect();
  desk.bravo.ailments.withoutNewItems = true;
  await Promise.all([open(), open()]);
  await desk.work();
  const told = await notices();
  const [dead] = (await pushes('?state=dead')).rows;
  desk.bravo.ailments.withoutNewItems = false;
  await agents.post('modme', `/vendor-portal/pushes/${dead?.seq}/again`, {});

  expect((await pushes('?state=dead')).rows).toHaveLength(1);
  expect(told).toMatchObject([{ kind: 'vendor_portal_failed', host }]);
  expect(JSON.stringify(told)).not.toContain(hookSecret);
  expect(await notices()).toEqual([]);
});

test('a notice of the portal is put away by whoever has seen it, and comes again with the next failure', async () => {
  await desk.connect();
  desk.bravo.ailments.withoutNewItems = true;
  await open();
  await desk.work();
  const [notice] = await notices();
  await agents.post('modme', `/notices/${notice?.id}/seen`, {});
  const seen = await notices();
  await open();
  await desk.work();

  expect(seen).toEqual([]);
  expect(await notices()).toHaveLength(1);
});

test('two servers work for one portal one after the other', async () => {
  await desk.connect();
  await Promise.all(Array.from({ length: 8 }, () => open()));
  await Promise.all([desk.work('one'), desk.work('two')]);
  await desk.work('one');

  expect(items()).toHaveLength(8);
  expect(desk.calls('crm.item.add')).toBe(8);
});

test('erased words leave the portal, too', async () => {
  await desk.connect();
  const { id, number } = await open();
  await agents.answer('modme', id, { kind: 'reply', text: 'Проверяем.' });
  await desk.work();
  await database.client.unsafe(`update tickets set erased_at = now() where id = '${id}'`);
  const [push] = (await pushes()).rows;
  await agents.post('modme', `/vendor-portal/pushes/${push?.seq}/again`, {});
  await desk.work();

  expect(items()[0]?.fields).toMatchObject({ title: `${number}: стёрто`, ufCrm44Got: '' });
  expect(comments()).toEqual([]);
});

const told = (more: Record<string, string> = {}) =>
  new URLSearchParams({
    event: 'ONTASKUPDATE',
    'data[FIELDS_AFTER][ID]': '3711',
    ts: '1767225600',
    'auth[application_token]': eventToken,
    ...more,
  }).toString();

test.each([
  ['a wrong token', told({ 'auth[application_token]': 'c'.repeat(32) }), 401],
  ['no token', told({ 'auth[application_token]': '' }), 401],
  ['a key twice', `${told()}&ts=1`, 400],
  ['a list', `${told()}&data[]=1`, 400],
  ['something strange', told({ event: 'ONUSERADD' }), 204],
  ['a number that is none', told({ 'data[FIELDS_AFTER][ID]': '1e9' }), 204],
  ['the right token', told(), 204],
])('news with %s', async (_what, body, status) => {
  await desk.connect();
  const calls = desk.world.requests.length;

  expect((await desk.hear({ body })).status).toBe(status);
  await desk.work();
  // a number that stands for nothing here is not even asked for
  expect(desk.world.requests.length).toBe(calls);
});

test('a portal that nobody connected hears nothing and is not heard', async () => {
  expect((await desk.hear({ body: told() })).status).toBe(404);
  expect(await state()).toBeNull();
});

test('the database and the desk hold no secret of the portal', async () => {
  await desk.connect();
  await open();
  await desk.work();
  const rows = JSON.stringify([
    await database.client.unsafe('select * from vendor_portals'),
    await database.client.unsafe('select * from vendor_portal_pushes'),
    await state(),
  ]);

  expect(rows).not.toContain(hookSecret);
  expect(rows).not.toContain(eventToken);
});

test('tickets may become tasks alone', async () => {
  const { item: _item, ...tasks } = usualSettings;
  await desk.connect({ ...tasks, everyTicketIsTask: true });
  const { number } = await open();
  await desk.work();

  expect(items()).toEqual([]);
  expect(desk.added('task').map(({ fields }) => fields['TITLE'])).toEqual([
    expect.stringContaining(number),
  ]);
});
