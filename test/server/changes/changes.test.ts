import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { TicketList } from '#shared/wire/ticket.ts';
import { codeOf, deskApi, device, errorRequest, requesterApi } from '#test/support/api.ts';
import { readChanges, type ChangeReader } from '#test/support/change-reader.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

let database: TestDatabase;
let server: TestServer;
let desk: Awaited<ReturnType<typeof deskApi>>;
let readers: ChangeReader[] = [];

beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database);
  desk = await deskApi(server);
});
afterEach(() => {
  for (const reader of readers) reader.close();
  readers = [];
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

async function reading(bearer: string, more: { vendor?: string; after?: string } = {}) {
  const reader = await readChanges(server.url, { bearer, ...more });
  readers.push(reader);
  return reader;
}
const caughtUp = (reader: ChangeReader) => reader.until(({ missed }) => missed.length > 0);
const signed = (sub: string) => server.signAsHost('modme', { sub });
const say = (id: string, kind: string, text = 'Проверяем.') =>
  desk.post('modme', `/tickets/${id}/messages`, { kind, text });

/** Places of the log that concern what the requester of a ticket sees. */
async function placesOf(id: string): Promise<number[]> {
  const rows = await database.client.unsafe<{ seq: number }[]>(
    `select seq::int as seq from ticket_events where ticket_id = $1
     and kind in ('first_responded', 'replied', 'asked', 'requester_replied') order by seq`,
    [id],
  );
  return rows.map(({ seq }) => seq);
}

test('everybody hears of their own tickets as their list has them, and nobody of the desk’s notes', async () => {
  const people = [
    { bearer: device('A'), vendor: 'modme' },
    { bearer: device('B'), vendor: 'modme' },
    { bearer: await signed('Anna'), vendor: 'modme' },
    { bearer: await signed('Boris'), vendor: 'modme' },
    // the same browser at another vendor is another person
    { bearer: device('A'), vendor: 'jokercrm' },
  ];
  const heard = await Promise.all(people.map(({ bearer, vendor }) => reading(bearer, { vendor })));
  await Promise.all(heard.map(caughtUp));
  const opened = await Promise.all(
    people.slice(0, 4).map(({ bearer }) => requesterApi(server, { bearer }).open()),
  );
  for (const { id } of opened) {
    await say(id, 'note', 'Только нам.');
    await say(id, 'reply');
  }
  await Promise.all(
    opened.map(({ id }, index) => heard[index]!.until(({ tickets }) => tickets.includes(id))),
  );
  // a later change of somebody else stands behind everything before it in the log
  const lists = await Promise.all(
    people.map(async ({ bearer, vendor }) => {
      const list = await requesterApi(server, { bearer, vendor }).get('/v1/tickets');
      return ((await list.json()) as TicketList).tickets.map(({ id }) => id);
    }),
  );

  expect(heard.map(({ tickets }) => [...new Set(tickets)])).toEqual(lists);
  for (const [index, { id }] of opened.entries()) {
    const noted = await database.client.unsafe<{ seq: number }[]>(
      `select seq::int as seq from ticket_events where ticket_id = $1 and kind = 'noted'`,
      [id],
    );
    expect(noted).toHaveLength(1);
    expect(heard[index]!.places).not.toContain(noted[0]!.seq);
  }
});

test('who comes back with the last id hears what came meanwhile: nothing twice, nothing left out', async () => {
  const bearer = device('C');
  const { id } = await requesterApi(server, { bearer }).open();
  const places: number[] = [];
  const writing = (async () => {
    for (let turn = 1; turn <= 24; turn += 1) await say(id, 'reply', `Ответ ${turn}.`);
  })();
  let reader = await reading(bearer);
  await caughtUp(reader);
  const from = Number(reader.last);
  for (let cut = 1; cut <= 8; cut += 1) {
    await reader.until((one) => one.places.length >= cut % 3);
    reader.close();
    await reader.ended;
    places.push(...reader.places);
    reader = await reading(bearer, { after: reader.last! });
  }
  await writing;
  const all = (await placesOf(id)).filter((place) => place > from);
  await reader.until((one) => places.length + one.places.length >= all.length);
  places.push(...reader.places);

  expect(places).toEqual(all);
});

test('who knows a place that the log never had is told to look at everything anew', async () => {
  const reader = await reading(device('D'), { after: '999999999999999' });
  await caughtUp(reader);

  expect(reader.missed).toEqual([true]);
  expect(reader.tickets).toEqual([]);
});

test('what a person writes elsewhere is heard as well', async () => {
  const bearer = device('E');
  const api = requesterApi(server, { bearer });
  const { id } = await api.open();
  const reader = await reading(bearer);
  await caughtUp(reader);
  await api.post(`/v1/tickets/${id}/messages`, { text: 'Ещё раз.' });
  await reader.until(({ tickets }) => tickets.length > 0);

  expect(reader.tickets).toEqual([id]);
});

test('200 readers of 40 persons cost one listening connection, and each hears their own', async () => {
  const bearers = Array.from({ length: 40 }, (_, index) => `dev_${`p${index}-`.padEnd(43, 'x')}`);
  const opened = await Promise.all(
    bearers.map((bearer) => requesterApi(server, { bearer }).open(errorRequest)),
  );
  const all = await Promise.all(
    bearers.flatMap((bearer) => Array.from({ length: 5 }, () => reading(bearer))),
  );
  await Promise.all(all.map(caughtUp));
  const connections = await database.client.unsafe<{ name: string; count: number }[]>(
    `select application_name as name, count(*)::int as count from pg_stat_activity
     where datname = current_database() group by 1`,
  );
  for (const { id } of opened) await say(id, 'reply');
  await Promise.all(all.map((reader) => reader.until(({ tickets }) => tickets.length > 0)));

  expect(all.map(({ tickets }) => [...new Set(tickets)])).toEqual(
    opened.flatMap(({ id }) => Array.from({ length: 5 }, () => [id])),
  );
  expect(connections.find(({ name }) => name === 'reglament wake')?.count).toBe(1);
  expect(connections.find(({ name }) => name === 'reglament')?.count).toBeLessThanOrEqual(6);
});

test('one person may listen six times, and again once somebody has left', async () => {
  const bearer = device('F');
  const six = await Promise.all(Array.from({ length: 6 }, () => reading(bearer)));
  const refused = await requesterApi(server, { bearer }).get('/v1/changes');
  six[0]!.close();
  await six[0]!.ended;
  let again = await reading(bearer);
  // the server hears of a line that was cut a moment later
  while (again.status === 429) again = await reading(bearer);

  expect(await codeOf(refused)).toEqual([429, 'live.too_many']);
  expect([...six, again].map(({ status }) => status)).toEqual(Array(7).fill(200));
});

test('who is not known is refused, and a page of another origin may say where it goes on', async () => {
  const ask = (headers: Record<string, string>, method = 'GET') =>
    fetch(`${server.url}/v1/changes`, { method, headers });
  const preflight = await ask({ origin: 'http://localhost:1' }, 'OPTIONS');

  expect(await codeOf(await ask({ 'x-widget-key': 'modme' }))).toEqual([401, 'identity.required']);
  expect(
    await codeOf(await ask({ 'x-widget-key': 'modme', authorization: 'Bearer a.b.c' })),
  ).toEqual([401, 'identity.rejected']);
  expect(preflight.headers.get('access-control-allow-headers')).toContain('last-event-id');
});

test('a full server refuses the next, and a stopping one ends everybody', async () => {
  const full = await testServer(database, { readers: 2 });
  const both = await Promise.all(
    ['G', 'H'].map((letter) => readChanges(full.url, { bearer: device(letter) })),
  );
  const third = await readChanges(full.url, { bearer: device('I') });
  full.deps.changes.close();
  await Promise.all(both.map(({ ended }) => ended));
  const late = await readChanges(full.url, { bearer: device('I') });
  await full.close();

  expect([third.status, late.status]).toEqual([429, 429]);
});
