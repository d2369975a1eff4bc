import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { GuestInvited, GuestList, GuestThread } from '#shared/wire/guests.ts';
import { verifyChain } from '#server/features/event-log/verify-chain.ts';
import { codeOf, deskApi, handClock } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { demoRequester } from '#test/support/demo-requester.ts';
import { fireDue } from '#test/support/due-timers.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

const start = '2026-11-20T08:00:00Z';
const clock = handClock(start);
let database: TestDatabase;
let server: TestServer;
let desk: Awaited<ReturnType<typeof deskApi>>;
let irina: Awaited<ReturnType<typeof demoRequester>>;
let ticket: string;

beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database, { now: clock.now });
  desk = await deskApi(server);
  irina = await demoRequester(server, 'technokad', 'irina');
});
beforeEach(async () => {
  clock.set(start);
  ticket = (await irina.open('error')).id;
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

const body = { name: 'Эксперт банка', email: 'expert@bank.example', help: 'Формат выгрузки' };
const path = () => `/tickets/${ticket}/guests`;
const invite = async (more: object = {}, key: string = randomUUID()) =>
  (await (
    await desk.post('technokad', path(), { ...body, ...more }, { 'idempotency-key': key })
  ).json()) as GuestInvited;
const tokenOf = ({ link }: GuestInvited) => /token=(gst_[\w-]{43})$/.exec(link)?.[1] ?? '';
const headers = (token: string | undefined, vendor = 'technokad') => ({
  'x-widget-key': vendor,
  ...(token === undefined ? {} : { authorization: token }),
});
const look = (token: string | undefined, vendor?: string) =>
  fetch(`${server.url}/v1/guest/thread`, { headers: headers(token, vendor) });
const thread = async (invited: GuestInvited) =>
  (await (await look(`Bearer ${tokenOf(invited)}`)).json()) as GuestThread;
const write = (invited: GuestInvited, text: string, key: string = randomUUID()) =>
  fetch(`${server.url}/v1/guest/messages`, {
    method: 'POST',
    headers: {
      ...headers(`Bearer ${tokenOf(invited)}`),
      'content-type': 'application/json',
      'idempotency-key': key,
    },
    body: JSON.stringify({ text }),
  });
const revoke = async (id: string) =>
  (await (
    await fetch(`${server.url}/v1/desk/vendors/technokad${path()}/${id}`, {
      method: 'DELETE',
      headers: { cookie: desk.cookie },
    })
  ).json()) as GuestList;
const guestEvents = async () =>
  (await desk.ticket('technokad', ticket)).events.filter(({ kind }) => kind.startsWith('guest'));

test('S3.3.8.1 DSK: a guest sees the public words of one thread: no notes, no contact data, no other ticket', async () => {
  await irina.open('documents');
  await desk.answer('technokad', ticket, { kind: 'reply', text: 'Проверяем.' });
  await desk.answer('technokad', ticket, { kind: 'note', text: 'Только для нас.' });
  const seen = await thread(await invite());
  const whole = JSON.stringify(seen);
  const { requester } = await desk.ticket('technokad', ticket);

  expect(seen.messages.map(({ kind, author, text }) => [kind, author, text !== ''])).toEqual([
    ['request', 'requester', true],
    ['reply', 'agent', true],
  ]);
  expect(seen).toMatchObject({ guest: { name: 'Эксперт банка' }, status: 'in_progress' });
  expect(requester.email).toBeTruthy();
  for (const hidden of [requester.name, requester.email, requester.phone, 'Только для нас'])
    expect(whole).not.toContain(hidden);
});

test('S3.3.8.1 DSK: what a guest writes stands in the thread under the guest’s name, and no clock stops by it', async () => {
  const invited = await invite();
  const { version } = await desk.ticket('technokad', ticket);
  const first = await write(invited, 'Выгрузка по формату 3.1.', 'k');
  const again = await write(invited, 'Выгрузка по формату 3.1.', 'k');
  const seen = await desk.ticket('technokad', ticket);

  expect([first.status, again.status]).toEqual([201, 201]);
  expect(seen.messages).toHaveLength(2);
  expect(seen.messages[1]).toMatchObject({ author: 'guest', authorName: 'Эксперт банка' });
  expect(seen).toMatchObject({ status: 'open', version: version + 1, clock: { metAt: null } });
  expect((await irina.api.thread(ticket)).messages[1]).toMatchObject({
    author: 'guest',
    authorName: 'Эксперт банка',
  });
  expect(await codeOf(await write(invited, 'Другое', 'k'))).toEqual([
    422,
    'idempotency_key.reused',
  ]);
});

test('S3.3.8.1 DSK: the link ends after 14 days by itself, and that is in the history', async () => {
  const invited = await invite();
  expect(invited.expiresAt).toBe('2026-12-04T08:00:00.000Z');
  clock.set('2026-12-04T07:59:59.999Z');
  expect((await look(`Bearer ${tokenOf(invited)}`)).status).toBe(200);
  clock.set('2026-12-04T08:00:00Z');
  const over = await look(`Bearer ${tokenOf(invited)}`);
  desk = await deskApi(server);
  const before = await guestEvents();
  await fireDue(server);
  await fireDue(server);

  expect(await codeOf(over)).toEqual([404, 'guest.not_found']);
  expect(before.map(({ kind }) => kind)).toEqual(['guest_invited', 'guest_visited']);
  expect((await guestEvents()).map(({ kind, at }) => [kind, at]).at(-1)).toEqual([
    'guest_expired',
    '2026-12-04T08:00:00.000Z',
  ]);
  expect(await guestEvents()).toHaveLength(3);
});

test('S3.3.8.1 DSK: every visit and every message is in the history; a look within a minute is the same visit', async () => {
  const invited = await invite();
  await thread(invited);
  clock.set('2026-11-20T08:00:59Z');
  await thread(invited);
  clock.set('2026-11-20T09:00:00Z');
  await thread(invited);
  await write(invited, 'Готово.');

  expect((await guestEvents()).map(({ kind, actor }) => [kind, actor])).toEqual([
    ['guest_invited', 'Специалист 1'],
    ['guest_visited', 'Эксперт банка'],
    ['guest_visited', 'Эксперт банка'],
    ['guest_wrote', 'Эксперт банка'],
  ]);
  expect(await verifyChain(database.db, 'technokad')).toMatchObject({ brokenAt: null });
});

test('a link that was taken away opens nothing at once, and its timer is gone', async () => {
  const invited = await invite();
  const listed = await revoke(invited.id);
  await revoke(invited.id);
  const events = await guestEvents();
  const refused = await codeOf(await write(invited, 'Ещё слово'));
  clock.set('2027-01-01T00:00:00Z');
  await fireDue(server);
  desk = await deskApi(server);

  expect(listed.guests).toMatchObject([{ id: invited.id, ended: 'revoked' }]);
  expect(refused).toEqual([404, 'guest.not_found']);
  expect(events.map(({ kind }) => kind)).toEqual(['guest_invited', 'guest_revoked']);
  expect(await guestEvents()).toEqual(events);
});

test('only a digest of the token is stored', async () => {
  const token = tokenOf(await invite());
  const tables = ['guests', 'ticket_events', 'outbox', 'idempotency_keys', 'timers'];
  for (const table of tables) {
    const rows = await database.client.unsafe(`select row_to_json(t)::text as row from ${table} t`);

    expect([table, rows.some(({ row }) => String(row).includes(token))]).toEqual([table, false]);
  }
});

test('an invitation whose answer was lost gets a fresh link for the same guest', async () => {
  const lost = await invite({}, 'lost');
  const again = await invite({}, 'lost');
  const { guests } = (await (await desk.get('technokad', path())).json()) as GuestList;

  expect(again).toMatchObject({ id: lost.id, expiresAt: lost.expiresAt });
  expect(guests).toHaveLength(1);
  expect((await look(`Bearer ${tokenOf(lost)}`)).status).toBe(404);
  expect((await look(`Bearer ${tokenOf(again)}`)).status).toBe(200);
});

test('an invitation that is repeated once it has ended says so, and never gives a link that opens nothing', async () => {
  const repeat = async () =>
    codeOf(await desk.post('technokad', path(), body, { 'idempotency-key': 'ended' }));
  const over = await invite({}, 'ended');
  await revoke(over.id);
  const revoked = await repeat();
  ticket = (await irina.open('error')).id;
  await invite({}, 'expired');
  clock.set('2026-12-04T08:00:00Z');
  desk = await deskApi(server);
  const expired = await desk.post('technokad', path(), body, { 'idempotency-key': 'expired' });

  expect(revoked).toEqual([410, 'guest.gone']);
  expect(await codeOf(expired)).toEqual([410, 'guest.gone']);
});

test('what looks like a password is not shown to a guest', async () => {
  await desk.answer('technokad', ticket, { kind: 'note', text: 'Ответ ниже.' });
  await database.client.unsafe(
    `update messages set kind = 'reply', text = 'Пароль: Qwerty12!x' where kind = 'note' and ticket_id = '${ticket}'`,
  );

  expect((await thread(await invite())).messages.at(-1)).toMatchObject({ text: null });
});

test('whatever is no link that opens answers alike', async () => {
  const token = tokenOf(await invite());
  const answers = await Promise.all([
    look(undefined),
    look(''),
    look('Bearer '),
    look('Bearer gst_'),
    look(`Bearer ${token.slice(0, -1)}`),
    look(`Bearer ${token.slice(0, -2)}${token.at(-2) === 'A' ? 'B' : 'A'}${token.at(-1)}`),
    look(token),
    look(`Basic ${token}`),
    look(`Bearer ${token}`, 'modme'),
    look(`Bearer ${token}`, 'nobody'),
  ]);
  const told = await Promise.all(answers.map((answer) => answer.text()));

  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
  expect(new Set(told).size).toBe(1);
});

test('a guest’s token opens nothing else', async () => {
  const authorization = `Bearer ${tokenOf(await invite())}`;
  for (const other of ['/v1/tickets', `/v1/tickets/${ticket}`])
    expect((await fetch(server.url + other, { headers: headers(authorization) })).status).toBe(401);
});
