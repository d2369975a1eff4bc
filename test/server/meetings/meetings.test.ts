import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { OutboxList } from '#shared/wire/outbox.ts';
import type { MeetingList } from '#shared/wire/meetings.ts';
import { listTime } from '#test/support/logged-time.ts';
import { codeOf, completeRequest, deskApi, handClock } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { demoRequester } from '#test/support/demo-requester.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

const clock = handClock('2026-11-20T08:00:00Z');
let database: TestDatabase;
let server: TestServer;
let desk: Awaited<ReturnType<typeof deskApi>>;
let dilnoza: Awaited<ReturnType<typeof demoRequester>>;
let ticket: string;

beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database, { now: clock.now });
  desk = await deskApi(server);
  dilnoza = await demoRequester(server, 'modme', 'dilnoza');
});
beforeEach(async () => {
  clock.set('2026-11-20T08:00:00Z');
  const { pack } = server.deps.policies.inForce('modme', clock.now())!;
  const context = { timezone: 'Europe/Moscow' };
  ticket = (await dilnoza.api.open({ ...completeRequest(pack), context })).id;
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

const meeting = { url: 'https://zoom.example/j/1?pwd=x', at: '2026-11-24T05:00:00Z', minutes: 45 };
const path = (id = ticket) => `/tickets/${id}/meetings`;
const arrange = (more: object = {}, key: string = randomUUID(), vendor = 'modme', id = ticket) =>
  desk.post(vendor, path(id), { ...meeting, ...more }, { 'idempotency-key': key });
const arranged = async (more: object = {}, vendor = 'modme', id = ticket) => {
  const { meetings } = (await (await arrange(more, undefined, vendor, id)).json()) as MeetingList;
  return meetings.at(-1)!;
};
const lettersAbout = async (kind: string) =>
  ((await (await desk.get('modme', '/outbox')).json()) as OutboxList).rows.filter(
    (row) => row.kind === kind,
  );
const eventsOf = async (vendor = 'modme', id = ticket) =>
  (await desk.ticket(vendor, id)).events.filter(({ kind }) => kind.startsWith('meeting'));

test('S0.10.4 DSK: the requester is invited to an online meeting in the vendor’s time and in their own, with a file for the calendar', async () => {
  const { id, calendar } = await arranged();
  const [letter] = await lettersAbout('meeting_invited');
  const own = (await (await dilnoza.api.get(`/v1${path()}`)).json()) as MeetingList;

  expect(letter!.text.split('\n').slice(1)).toEqual([
    'Когда: вт, 24 ноября, 10:00 (Ташкент).',
    'Ваше время: вт, 24 ноября, 08:00.',
    'Продлится около 45 мин. Ссылка:',
    meeting.url,
  ]);
  expect(letter!.calendar).toBe(calendar);
  expect(calendar).toContain('DTSTART:20261124T050000Z\r\nDTEND:20261124T054500Z');
  expect(own.meetings).toMatchObject([
    { id, state: 'planned', requesterTimezone: 'Europe/Moscow' },
  ]);
  expect(await eventsOf()).toMatchObject([
    { kind: 'meeting_arranged', actor: 'Специалист 1', params: { minutes: '45' } },
  ]);
});

test('S0.10.4 DSK: an invitation is no answer: no clock stops by it', async () => {
  await arranged();

  expect(await desk.ticket('modme', ticket)).toMatchObject({
    status: 'open',
    clock: { metAt: null },
  });
});

test('S0.10.4 DSK: the minutes of a meeting that took place go to the hours ledger, once, in the month of the meeting', async () => {
  const alla = await demoRequester(server, 'jokercrm', 'alla');
  const { id } = await alla.open('api');
  const last = await arranged({ at: '2026-11-30T20:30:00Z' }, 'jokercrm', id);
  clock.set('2026-12-01T09:00:00Z');
  desk = await deskApi(server);
  const held = () => desk.post('jokercrm', `${path(id)}/${last.id}/held`, { minutes: 50 });
  const [first, again] = await Promise.all([held(), held()]);
  const { meetings } = (await first.json()) as MeetingList;

  expect([first.status, again.status]).toEqual([200, 200]);
  expect(meetings).toMatchObject([{ state: 'held', minutes: 45, heldMinutes: 50 }]);
  expect(await listTime(desk, 'jokercrm', id)).toMatchObject([
    { minutes: 50, countedMinutes: 50, workedAt: '2026-11-30T20:30:00.000Z' },
  ]);
  expect((await eventsOf('jokercrm', id)).map(({ kind }) => kind)).toEqual([
    'meeting_arranged',
    'meeting_held',
  ]);
});

test('a meeting that does not fit into the month is not written down without a choice, and then it is', async () => {
  const denis = await demoRequester(server, 'jokercrm', 'denis');
  const { id } = await denis.open('api');
  const { id: long } = await arranged({}, 'jokercrm', id);
  clock.set('2026-11-24T10:00:00Z');
  desk = await deskApi(server);
  const held = (more: object) =>
    desk.post('jokercrm', `${path(id)}/${long}/held`, { minutes: 200, ...more });

  expect(await codeOf(await held({}))).toEqual([409, 'hours.used_up']);
  expect(await eventsOf('jokercrm', id)).toHaveLength(1);
  expect((await held({ choice: 'overage' })).status).toBe(200);
  expect(await listTime(desk, 'jokercrm', id)).toMatchObject([{ minutes: 200, choice: 'overage' }]);
});

test('a meeting that is called off is told, in a letter whose file takes the place of the first', async () => {
  const { id } = await arranged();
  const cancel = () => desk.post('modme', `${path()}/${id}/cancel`, {});
  await cancel();
  const { meetings } = (await (await cancel()).json()) as MeetingList;
  const [letter, ...more] = await lettersAbout('meeting_cancelled');

  expect(meetings).toMatchObject([{ state: 'cancelled' }]);
  expect(more).toEqual([]);
  expect(letter!.calendar).toContain('STATUS:CANCELLED');
  expect(letter!.calendar).toContain('SEQUENCE:1');
  expect(await codeOf(await desk.post('modme', `${path()}/${id}/held`, { minutes: 5 }))).toEqual([
    409,
    'meeting.over',
  ]);
});

test('one submission is one meeting and one letter', async () => {
  const before = (await lettersAbout('meeting_invited')).length;
  await Promise.all([arrange({}, 'once'), arrange({}, 'once')]);
  const { meetings } = (await (await desk.get('modme', path())).json()) as MeetingList;

  expect(meetings).toHaveLength(1);
  expect(await lettersAbout('meeting_invited')).toHaveLength(before + 1);
});

test.each([
  ['an address without encryption', { url: 'http://zoom.example/j/1' }],
  ['a program in place of an address', { url: 'javascript:alert(1)' }],
  ['no length', { minutes: 0 }],
])('refused: %s', async (_case, more) => {
  expect(await codeOf(await arrange(more))).toEqual([400, 'request.invalid']);
});

test('refused by its field: a moment that has passed', async () => {
  const refused = await arrange({ at: '2026-11-20T07:59:00Z' });

  expect(refused.status).toBe(422);
  expect(await refused.json()).toMatchObject({ code: 'instant.past', fields: ['at'] });
});

test('meetings of somebody else’s ticket are not found', async () => {
  const { id } = await arranged();
  const stranger = await demoRequester(server, 'modme', 'jasur');

  expect((await stranger.api.get(`/v1${path()}`)).status).toBe(404);
  expect(await codeOf(await desk.post('technokad', `${path()}/${id}/cancel`, {}))).toEqual([
    404,
    'ticket.not_found',
  ]);
});
