import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { AnnouncementView } from '#shared/wire/announcements.ts';
import { codeOf, deskApi, handClock } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { fireDue } from '#test/support/jobs.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

const start = '2026-11-23T06:00:00.000Z';
const later = '2026-11-23T07:00:00.000Z';
const clock = handClock(start);
let database: TestDatabase;
let server: TestServer;
let desk: Awaited<ReturnType<typeof deskApi>>;

beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database, { now: clock.now });
  desk = await deskApi(server);
});
beforeEach(async () => {
  clock.set(start);
  await database.client.unsafe(
    `truncate requesters, outbox, announcements, announcement_deliveries, timers, idempotency_keys;
     insert into requesters (tenant_id, id, identity, email, email_verified, locale, updated_at)
       values ('modme', 'rqr_1', 'token', 'a@example.org', true, 'ru', now())`,
  );
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

const words = (title: string) => ({ title, text: `${title}.` });
const update = (title: string, more: object = {}) => ({
  kind: 'update',
  texts: { ru: words(title), uz: words(title), en: words(title) },
  audience: { kind: 'all' },
  publishAt: later,
  ...more,
});
const plan = async (more: object = {}) =>
  (
    (await (await desk.post('modme', '/announcements', update('Первая', more))).json()) as {
      id: string;
    }
  ).id;
const seen = (version: number) => ({ 'if-match': `"${version}"` });
const withdraw = (id: string, headers = {}) =>
  desk.post('modme', `/announcements/${id}/acts`, { act: 'withdraw' }, headers);
const change = (id: string, body: object, headers = {}) =>
  desk.put('modme', `/announcements/${id}`, body, headers);
const subjects = async () => {
  const { rows } = (await (await desk.get('modme', '/outbox')).json()) as {
    rows: { subject: string }[];
  };
  return rows.map(({ subject }) => subject);
};
const acts = async () => {
  const rows = await database.client.unsafe<{ kind: string }[]>(
    `select kind from ticket_events where kind like 'announcement_%' order by seq desc limit 2`,
  );
  return rows.map(({ kind }) => kind);
};
const shown = async () => {
  const widget = await fetch(`${server.url}/v1/widgets/modme?locale=ru`);
  const page = await (await fetch(`${server.url}/policy/modme?lang=ru`)).text();
  const { news } = (await widget.json()) as { news: { title: string }[] };
  return [news.map(({ title }) => title), page.includes('<strong>Первая</strong>')];
};

test('S0.4.5 JOB: what is taken back before its time reaches nobody, and again changes nothing', async () => {
  const id = await plan();
  const stale = await withdraw(id, seen(7));
  const done = await withdraw(id, seen(1));
  const again = await withdraw(id, seen(1));
  clock.set(later);
  await fireDue(server);
  const rewritten = await change(id, update('Вторая'));

  expect(await codeOf(stale)).toEqual([412, 'announcement.changed']);
  expect((await done.json()) as AnnouncementView).toMatchObject({ version: 2, withdrawnAt: start });
  expect((await again.json()) as AnnouncementView).toMatchObject({
    version: 2,
    withdrawnAt: start,
  });
  expect(again.headers.get('etag')).toBe('"2"');
  expect(await subjects()).toEqual([]);
  expect(await shown()).toEqual([[], false]);
  expect(await acts()).toEqual(['announcement_withdrawn', 'announcement_added']);
  expect(await codeOf(rewritten)).toEqual([409, 'announcement.withdrawn']);
});

test('what is shown already but told to nobody yet disappears at once', async () => {
  const id = await plan({ publishAt: undefined });
  const before = await shown();
  await withdraw(id);

  expect(before).toEqual([['Первая'], true]);
  expect(await shown()).toEqual([[], false]);
});

test('S0.4.5 JOB: what is written anew before its time goes out once, with the new words, at the new time', async () => {
  const id = await plan();
  const evening = '2026-11-23T12:00:00.000Z';
  const done = await change(id, update('Вторая', { publishAt: evening }), seen(1));
  const stale = await change(id, update('Третья'), seen(1));
  clock.set(later);
  await fireDue(server);
  const early = await subjects();
  clock.set(evening);
  await fireDue(server);

  expect((await done.json()) as AnnouncementView).toMatchObject({ version: 2, publishAt: evening });
  expect(await codeOf(stale)).toEqual([412, 'announcement.changed']);
  expect(early).toEqual([]);
  expect(await subjects()).toEqual(['Вторая']);
  expect(await acts()).toEqual(['announcement_changed', 'announcement_added']);
});

test('what people are being told is neither changed nor taken back, and wrong words change nothing', async () => {
  const id = await plan();
  const past = await change(id, update('Вторая', { publishAt: '2026-11-20T07:00:00.000Z' }));
  clock.set(later);
  await fireDue(server);
  const late = [await withdraw(id), await change(id, update('Вторая'))];
  const unknown = [await withdraw('ann_none'), await change('ann_none', update('Вторая'))];
  const read = await desk.get('modme', `/announcements/${id}`);

  expect(await codeOf(past)).toEqual([422, 'instant.past']);
  for (const one of late) expect(await codeOf(one)).toEqual([409, 'announcement.begun']);
  for (const one of unknown) expect(await codeOf(one)).toEqual([404, 'announcement.not_found']);
  expect((await read.json()) as AnnouncementView).toMatchObject({ version: 1, deliveries: 1 });
});

test('an outage that a check has found is not taken back by hand', async () => {
  await database.client.unsafe(
    `insert into announcements (tenant_id, id, kind, texts, audience, publish_at, check_id, created_at)
     values ('modme', 'ann_out', 'outage', '{}', '{"kind":"all"}', '${start}', 'chk', '${start}')`,
  );

  expect(await codeOf(await withdraw('ann_out'))).toEqual([409, 'announcement.begun']);
});
