import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TimePreview } from '#shared/wire/hours.ts';
import { codeOf, handClock } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { hoursDesk } from '#test/support/hours-desk.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

const clock = handClock('2026-11-20T08:00:00Z');
let database: TestDatabase;
let server: TestServer;
let desk: Awaited<ReturnType<typeof hoursDesk>>;

beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database, { now: clock.now });
  desk = await hoursDesk(server);
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

const ask = (ticket: string, query: string) =>
  desk.get('jokercrm', `/tickets/${ticket}/time/preview?${query}`);
const preview = async (ticket: string, query: string) =>
  (await (await ask(ticket, query)).json()) as TimePreview;

test('S4.5.1.1 DSK: what work would use up is said before it is written down, and nothing is written', async () => {
  const id = await desk.arrived('denis');
  await desk.logged(id, { minutes: 100 });
  const fits = await preview(id, 'minutes=30');
  const tooMuch = await preview(id, 'minutes=90');
  const { entries, budget } = await desk.time(id);

  expect(fits).toMatchObject({
    countedMinutes: 30,
    budget: { usedMinutes: 130, leftMinutes: 50, warnAtMinutes: 144 },
    choices: [],
  });
  expect(tooMuch).toMatchObject({
    countedMinutes: 90,
    budget: { leftMinutes: 80 },
    choices: ['overage', 'order', 'next_month'],
  });
  expect([entries.length, budget?.usedMinutes]).toEqual([1, 100]);
});

test('the vendor’s own error and work for nobody with hours use nothing up', async () => {
  const ours = await desk.arrived('denis');
  const rented = await desk.arrived('marina', 'error');

  expect(await preview(ours, 'minutes=60&ownError=true')).toMatchObject({ budget: null });
  expect(await preview(rented, 'minutes=60')).toEqual({
    countedMinutes: 0,
    budget: null,
    choices: [],
  });
});

test.each([
  ['no minutes', 'minutes=0', 'request.invalid'],
  ['more than a day', 'minutes=1441', 'request.invalid'],
  ['no number', 'minutes=x', 'request.invalid'],
])('%s are asked in vain', async (_case, query, code) => {
  const id = await desk.arrived('denis');

  expect((await codeOf(await ask(id, query)))[1]).toBe(code);
  expect((await codeOf(await ask('tck_no', 'minutes=5')))[1]).toBe('ticket.not_found');
});
