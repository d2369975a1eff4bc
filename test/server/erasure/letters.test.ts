import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RequesterExport } from '#shared/wire/personal-data.ts';
import { deskApi, handClock, requesterApi } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { fireDue } from '#test/support/jobs.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

const vendor = 'modme';
const clock = handClock('2026-11-23T08:00:00.000Z');
let database: TestDatabase;
let server: TestServer;
let desk: Awaited<ReturnType<typeof deskApi>>;

beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database, { now: clock.now });
  desk = await deskApi(server);
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

/** A request of somebody whose address their host proves. */
async function ask(sub: string, email: string) {
  const claims = { sub, email, email_verified: true };
  const bearer = await server.signAsHost(vendor, claims);
  const { id } = await requesterApi(server, { bearer }).open();
  const [row] = await database.client.unsafe('select requester_id from tickets where id = $1', [
    id,
  ]);
  return { id, requester: row?.['requester_id'] as string };
}
const words = (title: string) => ({ title, text: `${title}.` });
const announce = () =>
  desk.post(vendor, '/announcements', {
    kind: 'planned_works',
    audience: { kind: 'all' },
    texts: { ru: words('Работы ночью'), uz: words('Tungi ishlar'), en: words('Works at night') },
  });
const erase = async (requester: string) =>
  (await desk.post(vendor, `/requesters/${requester}/erase`, { reason: 'asked' })).status;
const lettersTo = (recipient: string) =>
  database.client.unsafe<{ kind: string; state: string }[]>(
    'select kind, state from outbox where recipient = $1 order by id',
    [recipient],
  );
const exported = async (requester: string) =>
  (
    (await (await desk.get(vendor, `/requesters/${requester}/export`)).json()) as RequesterExport
  ).letters.map(({ kind }) => kind);

/** What a new release does to the letters that an earlier one wrote. */
async function asWrittenBefore(): Promise<void> {
  await database.client.unsafe('update outbox set requester_id = null');
  const migration = readFileSync('server/db/migrations/0049_letters_of_people.sql', 'utf8');
  for (const statement of migration.split('--> statement-breakpoint'))
    if (statement.includes('UPDATE "outbox"')) await database.client.unsafe(statement);
}

test.each([
  ['letters say whose they are', async () => {}],
  ['letters of an earlier release are told by their surveys and announcements', asWrittenBefore],
])(
  'an erased person’s earlier address stands on no letter, and none is sent: %s',
  async (name, before) => {
    const sub = `user ${name}`;
    const [old, present] = [`old${name.length}@mark.example`, `new${name.length}@mark.example`];
    const { requester } = await ask(sub, old);
    await desk.post(vendor, '/survey-waves', { samplePercent: 100 });
    await announce();
    await fireDue(server);
    await ask(sub, present);
    await before();
    const told = await exported(requester);
    const kinds = (await lettersTo(old)).map(({ kind }) => kind);
    const status = await erase(requester);

    expect(kinds.toSorted()).toEqual(['announcement', 'survey', 'ticket_opened']);
    expect(told.toSorted()).toEqual(['announcement', 'survey', 'ticket_opened', 'ticket_opened']);
    expect(status).toBe(200);
    expect(await lettersTo(old)).toEqual([]);
    expect(await lettersTo(present)).toEqual([]);
    const erased = await database.client.unsafe(
      `select state, params::text as params from outbox where recipient = ''`,
    );
    for (const letter of erased) expect(letter).toEqual({ state: 'held', params: '{}' });
  },
);

test('who shares the mailbox of an erased person still gets every letter', async () => {
  const shared = 'office@shared.example';
  const [a, b] = [await ask('a', shared), await ask('b', shared)];
  await desk.answer(vendor, b.id, { kind: 'reply', text: 'Ответ для второго' });
  await desk.post(vendor, '/survey-waves', { samplePercent: 100 });
  await fireDue(server);
  // as a contract that lists it has it
  await database.client.unsafe(
    `insert into outbox (tenant_id, kind, recipient, locale, params, state, created_at)
     values ('${vendor}', 'announcement', '${shared}', 'ru', '{}', 'waiting', now())`,
  );
  const status = await erase(a.requester);
  const left = await lettersTo(shared);
  const ofB = await exported(b.requester);
  await erase(b.requester);

  expect(status).toBe(200);
  expect(left.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['ticket_opened', 'agent_replied', 'announcement']),
  );
  expect(left.filter(({ kind }) => kind === 'ticket_opened')).toHaveLength(1);
  expect(new Set(left.map(({ state }) => state))).toEqual(new Set(['waiting']));
  expect(ofB).toEqual(expect.arrayContaining(['ticket_opened', 'agent_replied']));
  expect(await lettersTo(shared)).toEqual([]);
});
