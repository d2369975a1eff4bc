import { randomUUID } from 'node:crypto';
import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { GuestInvited } from '#shared/wire/guests.ts';
import { eraseContent } from '#server/features/erasure/erase-content.ts';
import { issueSurvey } from '#server/features/surveys/issue-survey.ts';
import { completeRequest, deskApi, handClock, requesterApi } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

const vendor = 'modme';
const clock = handClock('2026-11-20T08:00:00Z');
const lines: string[] = [];
let database: TestDatabase;
let server: TestServer;
let desk: Awaited<ReturnType<typeof deskApi>>;

beforeAll(async () => {
  database = await testDatabase();
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
  server = await testServer(database, { now: clock.now, log });
  desk = await deskApi(server);
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

/** A ticket that was solved, with a guest and with its solution's link. */
async function solved() {
  clock.set('2026-11-20T08:00:00Z');
  const bearer = await server.signAsHost(vendor, { sub: randomUUID() });
  const { pack } = server.deps.policies.inForce(vendor, clock.now())!;
  const { id } = await requesterApi(server, { vendor, bearer }).open(completeRequest(pack));
  const invited = (await (
    await desk.post(vendor, `/tickets/${id}/guests`, { name: 'Эксперт', help: 'Выгрузка' })
  ).json()) as GuestInvited;
  await desk.answer(vendor, id, { kind: 'reply', text: 'Починили', resolve: true });
  return { id, guest: /token=(gst_[\w-]+)$/.exec(invited.link)?.[1] ?? '', link: await ask(id) };
}

async function ask(ticketId: string): Promise<string> {
  const [row] = await database.client.unsafe('select requester_id from tickets where id = $1', [
    ticketId,
  ]);
  const token = await database.db.transaction((tx) =>
    issueSurvey(
      server.deps,
      tx,
      {
        tenantId: vendor,
        ticketId,
        requesterId: row?.['requester_id'] as string,
        kind: 'follow_up',
        questions: ['solved', 'score', 'comment'],
      },
      new Date(clock.now()),
    ),
  );
  return token ?? '';
}
const look = (token: string) => fetch(`${server.url}/survey/${encodeURIComponent(token)}`);
const vote = (token: string, score = '5') =>
  fetch(`${server.url}/survey/${encodeURIComponent(token)}`, {
    method: 'POST',
    body: new URLSearchParams({ solved: 'yes', score, comment: '' }),
  });
const visit = (token: string, of = vendor) =>
  fetch(`${server.url}/v1/guest/thread`, {
    headers: { 'x-widget-key': of, authorization: `Bearer ${token}` },
  });
const answers = async (id: string) =>
  (await desk.ticket(vendor, id)).events.filter(({ kind }) => kind === 'follow_up_answered').length;

test('a link of a solution that is pressed many times at once counts once', async () => {
  const { id, link } = await solved();
  const replies = await Promise.all(Array.from({ length: 8 }, () => vote(link)));

  expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 200));
  expect(await answers(id)).toBe(1);
});

test('what no page of ours sends is asked for again', async () => {
  const { link } = await solved();
  for (const type of ['multipart/form-data; boundary=x', 'multipart/form-data', 'text/plain']) {
    const sent = await fetch(`${server.url}/survey/${encodeURIComponent(link)}`, {
      method: 'POST',
      headers: { 'content-type': type },
      body: '--y\r\n%',
    });
    expect(sent.status).toBe(422);
  }
  expect((await look(link)).status).toBe(200);
});

test('it is over after sixty days, to the millisecond', async () => {
  const { id, link } = await solved();
  clock.set('2027-01-19T07:59:59.999Z');
  expect((await look(link)).status).toBe(200);
  clock.set('2027-01-19T08:00:00.000Z');
  expect((await look(link)).status).toBe(404);
  expect((await vote(link)).status).toBe(404);
  desk = await deskApi(server);
  expect(await answers(id)).toBe(0);
});

test('after the ticket was opened again it says nothing, and each solution is judged once', async () => {
  clock.set('2026-11-20T08:00:00Z');
  desk = await deskApi(server);
  const { id, link } = await solved();
  await desk.post(vendor, `/tickets/${id}/acts`, { act: 'reopen' });
  await vote(link);
  expect(await answers(id)).toBe(0);

  clock.set('2026-11-20T09:00:00Z');
  await desk.answer(vendor, id, { kind: 'reply', text: 'Теперь точно', resolve: true });
  const second = await ask(id);
  await vote(link);
  expect(await answers(id)).toBe(0);
  await vote(second);
  await vote(second, '1');
  expect(await answers(id)).toBe(1);
});

test('after an erasure neither link opens anything', async () => {
  const { id, link, guest } = await solved();
  expect([(await look(link)).status, (await visit(guest)).status]).toEqual([200, 200]);
  await eraseContent(server.deps, { tenantId: vendor, ticketId: id });

  expect([(await look(link)).status, (await vote(link)).status]).toEqual([404, 404]);
  expect((await visit(guest)).status).toBe(404);
});

test('a guest’s link opens nothing at another vendor', async () => {
  const { guest } = await solved();

  expect((await visit(guest, 'didox24')).status).toBe(404);
});

test.each([
  ['empty', ''],
  ['blank', ' '],
  ['the word null', 'null'],
  ['very long', 'A'.repeat(6000)],
  ['a quote', `' or '1'='1`],
  ['a wildcard', '%'],
  ['a NUL', '\0'],
  ['half a character', '\uFFFD'],
  ['a path', '../../etc/passwd'],
])('%s is no token of either kind', async (_case, token) => {
  const guest = await visit(encodeURIComponent(token));
  const survey = await look(token);

  expect([guest.status, survey.status].filter((status) => status >= 500)).toEqual([]);
  expect(guest.ok || survey.ok).toBe(false);
});

test('no token stands in a line of the log', async () => {
  const { link, guest } = await solved();
  await look(link);
  await vote(link);
  await visit(guest);
  await visit(`${guest}x`);
  const written = lines.join('\n');

  expect(written.includes(link) || written.includes(guest)).toBe(false);
});
