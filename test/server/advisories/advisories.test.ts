import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { AdvisoryList, AdvisoryView } from '#shared/wire/advisories.ts';
import { saveAgent } from '#server/features/agents/agents.repository.ts';
import { createSignInToken } from '#server/features/agents/sign-in.ts';
import { deliverAnnouncements } from '#server/features/announcements/deliver-announcements.ts';
import { codeOf, deskApi } from '#test/support/api.ts';
import { fireDue } from '#test/support/jobs.ts';
import { rowDesk } from '#test/support/row-desk.ts';

const start = '2026-11-20T08:00:00Z';
const vendor = 'didox24';
let rows: Awaited<ReturnType<typeof rowDesk>>;
beforeAll(async () => {
  rows = await rowDesk(start);
});
beforeEach(async () => {
  await rows.at(start);
  await rows.database.client.unsafe(
    `truncate advisories, announcements, announcement_deliveries, releases, release_waiters, outbox,
       timers, idempotency_keys, contract_contacts, contract_portals;
     delete from agents where id = 'head';
     delete from requesters where id like 'rqr_%'`,
  );
});
afterAll(() => rows.close());

const text = (more: object = {}) => ({
  title: 'Чужие документы',
  text: 'Видны по номеру.',
  ...more,
});
const texts = (more: object = {}) => ({ ru: text(more), uz: text(more), en: text(more) });
const add = (more: object = {}) =>
  rows.post(vendor, '/advisories', { severity: 'critical', texts: texts(), ...more });
const idOf = async (response: Response) => ((await response.json()) as { id: string }).id;
const publish = (id: string) => rows.post(vendor, `/advisories/${id}/acts`, { act: 'publish' });
const listed = async (response: Response) => ((await response.json()) as AdvisoryList).advisories;
const recipients = async () =>
  (
    await rows.database.client.unsafe<{ recipient: string }[]>(
      'select recipient from outbox order by recipient',
    )
  ).map(({ recipient }) => recipient);
/** People with contracts and the versions of their portals; null where nobody knows it. */
async function holders(people: Readonly<Record<string, string | null>>) {
  for (const [name, version] of Object.entries(people)) {
    await rows.database.client.unsafe(
      `insert into requesters (tenant_id, id, identity, email, email_verified, contract, locale, updated_at)
       values ('${vendor}', 'rqr_${name}', 'token', '${name}@example.org', true, 'D-${name}', 'ru', now())`,
    );
    if (version === null) continue;
    await rows.database.client.unsafe(
      `insert into contract_portals (tenant_id, contract_number, url, kind, version)
       select '${vendor}', 'D-${name}', 'https://${name}.example', kind, '${version}'
       from (values ('cloud')) as k (kind)`,
    );
  }
}

test('S1.3.2.4 KB: an advisory is read by few until it is published', async () => {
  const { db } = rows.database;
  await saveAgent(db, { tenantId: vendor, id: 'head', name: 'Руководитель', role: 'head' });
  const head = await deskApi(rows.server, await createSignInToken(rows.server.deps, 'head'));
  const draft = { severity: 'critical', fixedIn: '1.6.0', texts: texts() };
  const id = await idOf(await head.post(vendor, '/advisories', draft));
  const before = await listed(await rows.get(vendor, '/advisories'));
  const refused = await publish(id);
  const own = await listed(await head.get(vendor, '/advisories'));
  await head.post(vendor, `/advisories/${id}/acts`, { act: 'publish' });
  const after = await listed(await rows.get(vendor, '/advisories'));

  expect(before).toEqual([]);
  expect(await codeOf(refused)).toEqual([404, 'advisory.not_found']);
  expect(own.map((one) => one.id)).toEqual([id]);
  expect(after).toMatchObject([{ id, publishedAt: '2026-11-20T08:00:00.000Z' }]);
});

test('S1.3.2.4 KB: it is not published before there is a version without it, or a mitigation', async () => {
  const bare = await idOf(await add());
  const partly = await idOf(
    await add({ texts: { ...texts(), ru: text({ mitigation: 'Закройте доступ.' }) } }),
  );
  const mitigated = await idOf(await add({ texts: texts({ mitigation: 'Закройте доступ.' }) }));
  const fixed = await idOf(await add({ fixedIn: '1.6.0' }));
  const release = await rows.post(vendor, '/releases', { version: '1.6.0' });

  expect(await codeOf(await publish(bare))).toEqual([409, 'advisory.cure_needed']);
  expect(await codeOf(await publish(partly))).toEqual([409, 'advisory.cure_needed']);
  expect((await publish(mitigated)).status).toBe(200);
  expect(await codeOf(await publish(fixed))).toEqual([409, 'advisory.cure_needed']);
  await rows.post(vendor, `/releases/${await idOf(release)}/acts`, { act: 'publish' });
  expect((await publish(fixed)).status).toBe(200);
});

test('S1.3.2.4 KB: every contract holder on an affected version is told once', async () => {
  await holders({ old: '1.4.2', first: '1.2.0', before: '1.1.9', mended: '1.6.0', unknown: null });
  await rows.database.client.unsafe(
    `insert into requesters (tenant_id, id, identity, email, email_verified, contract, locale, updated_at)
     values ('${vendor}', 'rqr_none', 'token', 'none@example.org', true, null, 'ru', now()),
            ('${vendor}', 'rqr_typed', 'device', 'typed@example.org', false, 'D-old', 'ru', now());
     insert into contract_contacts (tenant_id, contract_number, place, name, email, responsible)
     values ('${vendor}', 'D-old', 0, 'X', 'listed@example.org', true),
            ('${vendor}', 'D-old', 1, 'Y', 'old@example.org', true),
            ('${vendor}', 'D-mended', 0, 'Z', 'safe@example.org', true)`,
  );
  const id = await idOf(await add({ affectedFrom: '1.2.0', fixedIn: '1.6.0' }));
  await publish(id);
  await publish(id);
  await fireDue(rows.server);
  await rows.database.client.unsafe(`update timers set state = 'armed' where subject_id = '${id}'`);
  await fireDue(rows.server);
  const [shown] = await listed(await rows.get(vendor, '/advisories'));
  const { rows: letters } = (await (await rows.get(vendor, '/outbox')).json()) as {
    rows: { subject: string; text: string }[];
  };

  expect(await recipients()).toEqual([
    'first@example.org',
    'listed@example.org',
    'old@example.org',
    'unknown@example.org',
  ]);
  expect(shown).toMatchObject({ told: 4, toldAt: '2026-11-20T08:00:00.000Z' });
  expect(letters[0]?.subject).toBe('Чужие документы');
  expect(letters[0]?.text).toContain('Исправлено в версии 1.6.0.');
  const page = new URL(/на странице: (\S+)/.exec(letters[0]?.text ?? '')?.[1] ?? '').pathname;
  expect(await (await fetch(rows.server.url + page)).text()).toContain('Чужие документы');
});

test('S1.3.2.4 KB: who has one contract on a mended version and one of which nobody knows it is told', async () => {
  await holders({ mended: '1.6.0', unknown: null });
  await rows.database.client.unsafe(`update requesters set email = 'both@example.org'`);
  await publish(await idOf(await add({ fixedIn: '1.6.0' })));
  await fireDue(rows.server);

  expect(await recipients()).toEqual(['both@example.org']);
});

test('a worker that is killed between batches leaves nobody out and tells nobody twice', async () => {
  const names = Array.from({ length: 250 }, (_, at) => [`p${at}`, '1.4.0'] as const);
  await holders(Object.fromEntries(names));
  const id = await idOf(await add({ fixedIn: '1.6.0' }));
  await publish(id);
  const due = [{ tenantId: vendor, subjectId: id, generation: 1, dueAt: new Date(start) }];
  const deliver = (dies: boolean) =>
    rows.database.db.transaction(async (tx) => {
      await deliverAnnouncements()(tx, due, new Date(start));
      if (dies) throw new Error('killed');
    });
  await deliver(false);
  await expect(deliver(true)).rejects.toThrow('killed');
  await fireDue(rows.server);
  const told = await recipients();

  expect([told.length, new Set(told).size]).toEqual([250, 250]);
});

test('an advisory is written anew until it is published, and holds no password', async () => {
  const id = await idOf(await add());
  const edit = (body: object) => rows.signedIn().put(vendor, `/advisories/${id}`, body);
  const draft = { severity: 'high', fixedIn: '1.6.0', texts: texts() };
  const edited = (await (await edit(draft)).json()) as AdvisoryView;
  await publish(id);

  expect(edited).toMatchObject({ severity: 'high', fixedIn: '1.6.0', publishedAt: null });
  expect(await codeOf(await edit(draft))).toEqual([404, 'advisory.not_found']);
  expect(await codeOf(await add({ texts: texts({ mitigation: 'Пароль: Qwerty4711' }) }))).toEqual([
    422,
    'field.secret_in_text',
  ]);
});
