import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AnnouncementView, DeliveryLog } from '#shared/wire/announcements.ts';
import { deliverAnnouncements } from '#server/features/announcements/deliver-announcements.ts';
import { codeOf, deskApi, handClock } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { fireDue } from '#test/support/jobs.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

const start = '2026-11-23T06:00:00.000Z';
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
    'truncate requesters, outbox, announcements, announcement_deliveries, timers, idempotency_keys',
  );
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

const words = (title: string) => ({ title, text: `${title}.` });
const works = {
  kind: 'planned_works',
  texts: { ru: words('Работы ночью'), uz: words('Tungi ishlar'), en: words('Works at night') },
  audience: { kind: 'all' },
};
const announce = (body: object = works, headers = {}) =>
  desk.post('modme', '/announcements', body, headers);
const idOf = async (response: Response) => ((await response.json()) as { id: string }).id;
const people = (count: number, values = "'a' || n || '@example.org', true, null") =>
  database.client.unsafe(
    `insert into requesters (tenant_id, id, identity, email, email_verified, plan, locale, updated_at)
     select 'modme', 'rqr_' || lpad(n::text, 6, '0'), 'token', ${values}, 'ru', now()
     from generate_series(1, ${count}) n`,
  );
const letters = () =>
  database.client.unsafe<{ recipient: string; locale: string }[]>(
    `select recipient, locale from outbox where kind = 'announcement' order by recipient`,
  );

test('S0.4.5 JOB: an announcement reaches each contact once a channel, and the log proves it', async () => {
  await people(450);
  const id = await idOf(await announce());
  await fireDue(server);
  await database.client.unsafe(`update timers set state = 'armed' where subject_id = '${id}'`);
  await fireDue(server);
  const log = (await (
    await desk.get('modme', `/announcements/${id}/deliveries?limit=1000`)
  ).json()) as DeliveryLog;
  const { rows } = (await (await desk.get('modme', '/announcements')).json()) as {
    rows: AnnouncementView[];
  };
  const sent = await letters();

  expect([sent.length, new Set(sent.map(({ recipient }) => recipient)).size]).toEqual([450, 450]);
  expect(log.rows).toHaveLength(450);
  expect(log.rows[0]).toMatchObject({ channel: 'mail', state: 'waiting', at: start });
  expect(log.rows.every(({ contact }) => /^.•••@/.test(contact ?? ''))).toBe(true);
  expect(rows).toMatchObject([{ id, deliveries: 450, deliveredAt: start }]);
});

test('S0.4.5 JOB: a worker that is killed between batches leaves nobody out and tells nobody twice', async () => {
  await people(450);
  const id = await idOf(await announce());
  const due = [{ tenantId: 'modme', subjectId: id, generation: 1, dueAt: new Date(start) }];
  const batch = (dies: boolean) =>
    database.db.transaction(async (tx) => {
      await deliverAnnouncements()(tx, due, new Date(start));
      if (dies) throw new Error('killed');
    });
  await batch(false);
  await expect(batch(true)).rejects.toThrow('killed');
  const between = (await letters()).length;
  await fireDue(server);
  const sent = await letters();

  expect(between).toBe(200);
  expect([sent.length, new Set(sent.map(({ recipient }) => recipient)).size]).toEqual([450, 450]);
});

test('two accounts with one mailbox are one contact, and an address nobody proved is none', async () => {
  await people(2, "case n when 1 then 'A@example.org' else 'a@example.org ' end, true, null");
  await database.client.unsafe(
    `insert into requesters (tenant_id, id, identity, email, email_verified, locale, updated_at)
     values ('modme', 'rqr_typed', 'device', 'typed@example.org', false, 'ru', now()),
            ('didox24', 'rqr_other', 'token', 'other@example.org', true, 'ru', now())`,
  );
  await announce();
  await fireDue(server);

  expect(await letters()).toMatchObject([{ recipient: 'A@example.org' }]);
});

test('S0.4.5 JOB: only those of a plan hear what concerns the plan', async () => {
  await people(4, "'a' || n || '@example.org', true, case n % 2 when 0 then 'pro' end");
  await announce({ ...works, audience: { kind: 'plan', plan: 'pro' } });
  await fireDue(server);

  expect((await letters()).map(({ recipient }) => recipient)).toEqual([
    'a2@example.org',
    'a4@example.org',
  ]);
});

test('S0.4.5 JOB: a mailbox of two accounts hears what concerns either', async () => {
  await people(2, "'a@example.org', true, case n when 2 then 'pro' end");
  await announce({ ...works, audience: { kind: 'plan', plan: 'pro' } });
  await fireDue(server);

  expect(await letters()).toMatchObject([{ recipient: 'a@example.org' }]);
});

test('S0.4.5 JOB: those with a contract of one organisation hear what concerns it, listed contacts too', async () => {
  await database.client.unsafe(
    `truncate contract_contacts;
     insert into organisations (tenant_id, id, name) values ('modme', 'org_a', 'А'), ('modme', 'org_b', 'Б');
     insert into contracts (tenant_id, number, organisation_id, valid_from)
       values ('modme', 'A-1', 'org_a', '2026-01-01'), ('modme', 'B-1', 'org_b', '2026-01-01');
     insert into contract_contacts (tenant_id, contract_number, place, name, email, responsible)
       values ('modme', 'A-1', 0, 'X', 'listed@example.org', true)`,
  );
  await people(4, "'a' || n || '@example.org', true, null");
  await database.client.unsafe(
    `update requesters set contract = case id when 'rqr_000001' then 'A-1' when 'rqr_000002' then 'B-1' end`,
  );
  const to = (organisation: string) =>
    announce({ ...works, audience: { kind: 'organisation', organisation } });
  await to('org_a');
  const refused = await to('org_none');
  await fireDue(server);

  expect((await letters()).map(({ recipient }) => recipient)).toEqual([
    'a1@example.org',
    'listed@example.org',
  ]);
  expect(await codeOf(refused)).toEqual([404, 'organisation.not_found']);
});

describe('what is told now', () => {
  const shownIn = async (locale: string) =>
    (
      (await (await fetch(`${server.url}/v1/widgets/modme?locale=${locale}`)).json()) as {
        news: object[];
      }
    ).news;
  const night = { from: '2026-11-24T20:00:00.000Z', until: '2026-11-24T22:00:00.000Z' };

  test('S0.4.5 WID: planned works stand in the widget, on the public page and in the letter with their time', async () => {
    await people(1);
    await announce({ ...works, works: night });
    await fireDue(server);
    const page = await (await fetch(`${server.url}/policy/modme?lang=ru`)).text();
    const { rows } = (await (await desk.get('modme', '/outbox')).json()) as {
      rows: { text: string }[];
    };
    const shown = await shownIn('uz');
    clock.set(night.until);

    expect(shown).toMatchObject([{ kind: 'planned_works', title: 'Tungi ishlar', works: night }]);
    expect(page).toContain('<strong>Работы ночью</strong>');
    expect(page).toContain('25 ноября');
    expect(rows[0]?.text).toMatch(/^Работы ночью\.\n\nКогда: с .*25 ноября/);
    expect(await shownIn('uz')).toEqual([]);
    expect(await (await fetch(`${server.url}/policy/modme?lang=ru`)).text()).not.toContain(
      'Работы ночью',
    );
  });

  test('news for some is not shown to somebody nobody knows, nor anything before its time', async () => {
    await announce({ ...works, audience: { kind: 'plan', plan: 'pro' } });
    await announce({ ...works, audience: { kind: 'version', version: '1.4.0' } });
    await announce({ ...works, publishAt: '2026-11-23T07:00:00Z' });

    expect(await shownIn('ru')).toEqual([]);
  });

  test('only planned works last, and they end after they begin', async () => {
    const backwards = { from: night.until, until: night.from };

    // the same instant, though its shorter form sorts behind
    const atOnce = { from: '2026-11-25T20:00:00.000Z', until: '2026-11-25T20:00:00Z' };
    for (const wrong of [backwards, atOnce])
      expect(await codeOf(await announce({ ...works, works: wrong }))).toEqual([
        422,
        'instant.ends_before_it_begins',
      ]);
    const short = { from: '2026-11-25T20:00:00Z', until: '2026-11-25T20:00:00.500Z' };
    expect((await announce({ ...works, works: short })).status).toBe(201);
    expect(await codeOf(await announce({ ...works, kind: 'update', works: night }))).toEqual([
      400,
      'request.invalid',
    ]);
  });
});

test('works that are over, a time long past and a plan that nobody sells are refused by their field', async () => {
  const over = { from: '2026-11-20T20:00:00.000Z', until: '2026-11-20T22:00:00.000Z' };
  const toPlan = { ...works, audience: { kind: 'plan', plan: 'gold' } };
  const refused = [
    await announce({ ...works, works: over }),
    await announce({ ...works, publishAt: new Date(clock.now() - 61_000).toISOString() }),
    await desk.post('jokercrm', '/announcements', toPlan),
  ];
  const fields = await Promise.all(
    refused.map(async (one) => ((await one.json()) as { fields?: string[] }).fields),
  );

  expect(refused.map(({ status }) => status)).toEqual([422, 422, 400]);
  expect(fields).toEqual([['works.until'], ['publishAt'], ['audience']]);
  const now = new Date(clock.now() - 59_000).toISOString();
  expect((await announce({ ...works, publishAt: now })).status).toBe(201);
});

test('S0.4.5 JOB: nobody hears of it before its time', async () => {
  await people(1);
  await announce({ ...works, publishAt: '2026-11-23T07:00:00Z' });
  await fireDue(server);
  const before = await letters();
  clock.set('2026-11-23T07:00:00Z');
  await fireDue(server);

  expect(before).toHaveLength(0);
  expect(await letters()).toHaveLength(1);
});

test('the letter reads in the language of its reader', async () => {
  await people(1);
  await database.client.unsafe(`update requesters set locale = 'uz'`);
  await announce();
  await fireDue(server);
  const { rows } = (await (await desk.get('modme', '/outbox')).json()) as {
    rows: { subject: string; text: string }[];
  };

  expect(rows).toMatchObject([{ subject: 'Tungi ishlar', text: 'Tungi ishlar.' }]);
});

test('the same submission again is the same announcement', async () => {
  const first = await idOf(await announce(works, { 'idempotency-key': 'k1' }));
  const again = await idOf(await announce(works, { 'idempotency-key': 'k1' }));
  const other = await announce({ ...works, kind: 'version' }, { 'idempotency-key': 'k1' });

  expect(again).toBe(first);
  expect(await codeOf(other)).toEqual([422, 'idempotency_key.reused']);
});
