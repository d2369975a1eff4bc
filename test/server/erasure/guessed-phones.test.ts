import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { ContactRecorded } from '#shared/wire/interactions.ts';
import { sha256 } from '#server/digest.ts';
import { contactDigest } from '#server/features/contacts/contacts.repository.ts';
import { deskApi, handClock, requesterApi } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { fireDue } from '#test/support/jobs.ts';
import { allTables } from '#test/support/planted.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

const vendor = 'modme';
const clock = handClock('2026-11-23T08:00:00.000Z');
let database: TestDatabase;
let server: TestServer;
let desk: Awaited<ReturnType<typeof deskApi>>;

beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database, { now: clock.now });
});
beforeEach(async () => {
  desk = await deskApi(server);
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

/** A call that becomes a ticket, and whose it is. */
async function call(phone: string): Promise<string> {
  const recorded = (await (
    await desk.post(vendor, '/interactions', {
      kind: 'phone',
      channel: 'phone',
      category: 'error',
      text: 'Не загружаются фото.',
      name: 'Азиза',
      phone,
    })
  ).json()) as ContactRecorded;
  if (recorded.record !== 'ticket') throw new Error('no ticket was opened');
  const [row] = await database.client.unsafe('select requester_id from tickets where id = $1', [
    recorded.ticket.id,
  ]);
  return row?.['requester_id'] as string;
}
const erase = (requester: string) =>
  desk.post(vendor, `/requesters/${requester}/erase`, { reason: 'asked' });
/** What an earlier release named whoever called from a phone. */
const guessed = (digits: string) => `rqr_${sha256(`${vendor}\ncontact\n${digits}`).slice(0, 26)}`;

test('who calls is found again by the phone, and nothing that stays after an erasure can be made of it', async () => {
  const [first, again] = [await call('+998 90 765-43-21'), await call('998907654321')];
  await erase(first);
  const left = await allTables(database.client);
  const afterwards = await call('+998 90 765-43-21');

  expect(again).toBe(first);
  expect(first).not.toBe(guessed('998907654321'));
  expect(left).not.toContain(guessed('998907654321'));
  expect(left).not.toContain('998907654321');
  expect(afterwards).not.toBe(first);
});

test('calls from one phone that are written down at once are of one requester', async () => {
  const whose = await Promise.all(Array.from({ length: 6 }, () => call('+998 90 111-22-33')));

  expect(new Set(whose).size).toBe(1);
});

test('whom an earlier release named by their phone keeps the id until they are erased', async () => {
  const id = guessed('998905550000');
  await database.client.unsafe(
    `insert into requesters (tenant_id, id, identity, phone, email_verified, locale, updated_at)
     values ('${vendor}', '${id}', 'device', '+998 90 555-00-00', false, 'uz', now())`,
  );
  const migration = readFileSync('server/db/migrations/0051_spoken_phones.sql', 'utf8');
  for (const statement of migration.split('--> statement-breakpoint'))
    if (statement.includes('UPDATE "requesters"')) await database.client.unsafe(statement);
  const known = await call('+998905550000');
  await erase(id);

  expect(known).toBe(id);
  expect(await call('+998905550000')).not.toBe(id);
});

test('no digest of an erased person’s address stays, but that of a mailbox somebody else has', async () => {
  const open = async (sub: string, email: string) => {
    const claims = { sub, email, email_verified: true };
    const bearer = await server.signAsHost(vendor, claims);
    const { id } = await requesterApi(server, { bearer }).open();
    const [row] = await database.client.unsafe('select requester_id from tickets where id = $1', [
      id,
    ]);
    return row?.['requester_id'] as string;
  };
  const [alone, shared] = ['alone@digest.example', 'office@digest.example'];
  const [a, b, c] = [await open('a', alone), await open('b', shared), await open('c', shared)];
  const words = (title: string) => ({ title, text: `${title}.` });
  await desk.post(vendor, '/survey-waves', { samplePercent: 100 });
  await desk.post(vendor, '/announcements', {
    kind: 'planned_works',
    audience: { kind: 'all' },
    texts: { ru: words('Работы ночью'), uz: words('Tungi ishlar'), en: words('Works at night') },
  });
  await fireDue(server);
  const digests = async () => {
    const whole = await allTables(database.client);
    return [alone, shared].map((email) => whole.includes(contactDigest(email)));
  };
  const before = await digests();
  await erase(a);
  await erase(b);
  const between = await digests();
  await erase(c);

  expect(before).toEqual([true, true]);
  expect(between).toEqual([false, true]);
  expect(await digests()).toEqual([false, false]);
});
