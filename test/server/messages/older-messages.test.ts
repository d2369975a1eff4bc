import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { MessageHits } from '#shared/wire/message-search.ts';
import { eraseContent } from '#server/features/erasure/erase-content.ts';
import { indexOlderMessages } from '#server/features/messages/index-older-messages.ts';
import { messages } from '#server/features/messages/messages.table.ts';
import { deskApi, device, errorRequest, requesterApi } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

let database: TestDatabase;
let server: TestServer;
let desk: Awaited<ReturnType<typeof deskApi>>;
const tickets: string[] = [];
const going = new AbortController().signal;

beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database);
  desk = await deskApi(server);
  for (const letter of ['A', 'B', 'C', 'D', 'E']) {
    const answers = { ...errorRequest.answers, got: `Не печатается накладная ${letter}` };
    const api = requesterApi(server, { bearer: device(letter) });
    const { id } = await api.open({ ...errorRequest, answers });
    await desk.answer('modme', id, { kind: 'note', text: 'Принтеры проверены, накладные нет.' });
    tickets.push(id);
  }
});
beforeEach(async () => {
  await database.client.unsafe(
    'truncate message_search; update tenants set messages_indexed_at = null',
  );
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

const index = (atOnce?: number, signal = going) => indexOlderMessages(server.deps, signal, atOnce);
const found = async (question: string) =>
  (
    (await (
      await desk.get('modme', `/message-search?q=${encodeURIComponent(question)}`)
    ).json()) as MessageHits
  ).messages.length;
const stored = () =>
  database.client.unsafe<{ message_id: string; ticket_id: string; words: string }[]>(
    'select message_id, ticket_id, words::text as words from message_search order by message_id',
  );

test('messages from before the search are found as those that came with it', async () => {
  const before = await found('накладная');
  const indexed = await index(3);

  expect([before, indexed]).toEqual([0, 10]);
  expect(await found('накладная')).toBe(10);
  expect(await found('принтер')).toBe(5);
});

test('each vendor once, and what came since is left as it is', async () => {
  await index();
  const first = await stored();
  await desk.answer('modme', tickets[0]!, { kind: 'note', text: 'Ещё раз проверены.' });
  const second = await stored();
  const again = await index();

  expect(again).toBe(0);
  expect(second).toHaveLength(first.length + 1);
  expect(await stored()).toEqual(second);
});

test('interrupted it begins anew and passes over what is there, and two at once do no harm', async () => {
  const all = await database.db.$count(messages);
  await database.client.unsafe(
    `insert into message_search (tenant_id, message_id, ticket_id, at, words)
     select tenant_id, id, ticket_id, created_at, to_tsvector('simple', 'known') from messages
     order by id limit 4`,
  );
  const stopped = await index(2, AbortSignal.abort());
  const both = await Promise.all([index(2), index(3)]);

  expect(stopped).toBe(0);
  expect(both[0] + both[1]).toBeGreaterThanOrEqual(all - 4);
  expect(await stored()).toHaveLength(all);
  expect((await stored()).filter(({ words }) => words === "'known':1")).toHaveLength(4);
});

test('what is erased while it waits ends nothing: all that follow are found', async () => {
  const [first] = await database.client.unsafe<{ id: string }[]>(
    'select id from messages order by id limit 1',
  );
  const waits = async () =>
    (
      await database.client.unsafe(
        `select 1 from pg_stat_activity
         where datname = current_database() and wait_event_type = 'Lock'`,
      )
    ).length;
  let indexing: Promise<number> | undefined;
  await database.client.begin(async (client) => {
    await client.unsafe('update messages set erased_at = now() where id = $1', [first!.id]);
    indexing = index(2);
    await expect.poll(waits, { timeout: 10_000 }).toBeGreaterThan(0);
  });
  await indexing;

  expect((await stored()).map((row) => row.message_id)).not.toContain(first!.id);
  expect(await stored()).toHaveLength((await database.db.$count(messages)) - 1);
});

test('nothing of what is erased at the same time comes back', async () => {
  const place = { tenantId: 'modme', ticketId: tickets[4]! };
  await Promise.all([index(1), eraseContent(server.deps, place), index(2)]);
  await index();

  expect((await stored()).filter((row) => row.ticket_id === place.ticketId)).toEqual([]);
});
