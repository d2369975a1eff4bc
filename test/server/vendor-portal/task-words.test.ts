import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { faults, setFault } from '#server/demo/portal/faults.ts';
import { sayInTask, wordsBelow } from '#server/demo/portal/say-in-task.ts';
import { eraseContent } from '#server/features/erasure/erase-content.ts';
import { deskApi, errorRequest, requesterApi } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import {
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

const { item: _item, ...tasksAlone } = usualSettings;
const everyTicket = { ...tasksAlone, everyTicketIsTask: true };
const host = 'bravo-fixture.bitrix24.com';
const open = () => requesterApi(desk.server).open(errorRequest);
const reply = (id: string, text: string) => agents.answer('modme', id, { kind: 'reply', text });
const task = () => desk.added('task')[0]!;
const said = () =>
  wordsBelow(desk.bravo, task()).map(({ fields }) =>
    String(fields['text'] ?? fields['POST_MESSAGE']),
  );
const notes = async (id: string) =>
  (await agents.ticket('modme', id)).messages
    .filter(({ kind }) => kind === 'note')
    .map(({ text }) => text);

describe.each([
  ['a chat, as today', true],
  ['comments, as before', false],
])('a task with %s', (_card, taskChats) => {
  beforeEach(() => {
    desk.bravo.manners = { ...desk.bravo.manners, taskChats };
  });

  test('what both sides say stands below it, a note does not, and our own words are no news', async () => {
    await desk.connect(everyTicket);
    const { id } = await open();
    await agents.answer('modme', id, { kind: 'note', text: 'Только для нас.' });
    await reply(id, 'Смотрим [B]счёт[/B]');
    await desk.work();

    expect(said()).toEqual([expect.stringContaining('Смотрим ［B］счёт［/B］')]);
    expect(desk.sent.some(({ event }) => event === 'ONTASKCOMMENTADD')).toBe(true);
    expect(await notes(id)).toEqual(['Только для нас.']);
  });

  test('what people say there is a note at the desk, once and in its order', async () => {
    await desk.connect(everyTicket);
    const { id } = await open();
    await desk.work();
    for (const text of ['Первое', 'Второе']) sayInTask(desk.world, desk.bravo, task(), text, 6);
    await desk.work();
    await reply(id, 'Проверяем.');
    sayInTask(desk.world, desk.bravo, task(), 'Третье', 3);
    await desk.work();

    const line = `Сказано в Битрикс24 в задаче ${task().id}, сотрудник`;
    expect(await notes(id)).toEqual([
      `${line} 6:\n\nПервое`,
      `${line} 6:\n\nВторое`,
      `${line} 3:\n\nТретье`,
    ]);
    expect((await requesterApi(desk.server).thread(id)).messages).toHaveLength(2);
    expect(said()).toHaveLength(4);
  });

  test('an answer that was lost says nothing twice', async () => {
    await desk.connect(everyTicket);
    const { id } = await open();
    await reply(id, 'Проверяем.');
    setFault(desk.world, host, 'task.commentitem.add', { ...faults.cut, times: 1 });
    for (let count = 0; count < 3; count += 1) {
      await desk.work();
      desk.pass(120);
    }

    expect(said()).toHaveLength(1);
    expect(await notes(id)).toEqual([]);
  });

  test('an erased ticket says nothing there any more, and what people said there stays theirs', async () => {
    await desk.connect(everyTicket);
    const { id, number } = await open();
    await reply(id, 'Проверяем.');
    await desk.work();
    sayInTask(desk.world, desk.bravo, task(), 'Наше', 6);
    await desk.work();
    await eraseContent(desk.server.deps, { tenantId: 'modme', ticketId: id });
    await desk.work();

    expect(said().filter((text) => text !== '')).toEqual(['Наше']);
    expect(task().fields).toMatchObject({ TITLE: `${number}: стёрто` });
  });
});

test('of a ticket that was only handed over, what is said later stands below that task', async () => {
  await desk.connect(tasksAlone);
  const { id } = await open();
  await reply(id, 'До передачи.');
  desk.pass(1);
  await agents.post('modme', `/tickets/${id}/acts`, {
    act: 'escalate',
    to: 'development',
    reason: 'Правка',
    nextUpdateBy: '2026-01-06T08:00:00.000Z',
    text: 'Передали.',
  });
  desk.pass(1);
  await reply(id, 'После передачи.');
  await desk.work();

  expect(said()).toEqual([expect.stringContaining('После передачи.')]);
});

test('where an item stands for the ticket, the words are below it alone', async () => {
  await desk.connect({ ...usualSettings, everyTicketIsTask: true });
  const { id } = await open();
  await reply(id, 'Проверяем.');
  await desk.work();

  expect(said()).toEqual([]);
  expect(desk.added('timeline.comment')).toHaveLength(1);
});

test('of a long talk in a chat nothing is left out', async () => {
  await desk.connect(everyTicket);
  const { id } = await open();
  await desk.work();
  for (let count = 1; count <= 60; count += 1)
    sayInTask(desk.world, desk.bravo, task(), `Слово ${count}`, 6);
  await desk.work();

  expect(await notes(id)).toHaveLength(60);
});

test('a webhook that may not read chats still tells; what is said there waits for nobody', async () => {
  desk.bravo.webhooks[0] = { ...desk.bravo.webhooks[0]!, scopes: ['task'] };
  await desk.connect(everyTicket);
  const { id } = await open();
  await desk.work();
  sayInTask(desk.world, desk.bravo, task(), 'Наше', 6);
  await desk.work();
  await reply(id, 'Проверяем.');
  await desk.work();

  expect(said()).toEqual(['Наше', expect.stringContaining('Проверяем.')]);
  expect(await notes(id)).toEqual([]);
  expect(desk.calls('im.dialog.messages.get')).toBeLessThanOrEqual(2);
});
