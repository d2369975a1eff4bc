import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { KnownProblemView } from '#shared/wire/known-problems.ts';
import { verifyChain } from '#server/features/event-log/verify-chain.ts';
import { codeOf } from '#test/support/api.ts';
import { rowDesk } from '#test/support/row-desk.ts';

const vendor = 'didox24';
let rows: Awaited<ReturnType<typeof rowDesk>>;
beforeAll(async () => {
  rows = await rowDesk();
});
let before = 0;
beforeEach(async () => {
  await rows.at('2026-11-20T08:00:00Z');
  await rows.database.client.unsafe(
    'truncate releases, release_waiters, known_problems, problem_tickets, idempotency_keys',
  );
  before = (await logged()).length;
});
afterAll(() => rows.close());

const idOf = async (response: Response) => ((await response.json()) as { id: string }).id;
async function logged() {
  const { client } = rows.database;
  return client.unsafe<{ kind: string; body: string }[]>(
    `select kind, body from ticket_events
     where tenant_id = '${vendor}' and ticket_id is null order by seq`,
  );
}
/** What the log got of acts since the test began. */
const since = async () => (await logged()).slice(before).map(({ kind }) => kind);
const text = { title: 'Тайное слово', text: 'Тайный текст.' };
const everyTongue = { ru: text, uz: text, en: text };

test('each act on a known problem is one event of ids, and the same act again is none', async () => {
  const desk = rows.signedIn();
  const draft = { texts: { ru: { title: 'Тайное слово' } } };
  const key = { 'idempotency-key': 'once' };
  const id = await idOf(await desk.post(vendor, '/known-problems', draft, key));
  await desk.post(vendor, '/known-problems', draft, key);
  const act = async (name: string) => {
    const done = await desk.post(vendor, `/known-problems/${id}/acts`, { act: name });
    return ((await done.json()) as KnownProblemView).version;
  };
  const edited = await desk.put(vendor, `/known-problems/${id}`, draft, { 'if-match': '"1"' });
  const stale = await desk.put(vendor, `/known-problems/${id}`, draft, { 'if-match': '"1"' });
  const versions = [];
  for (const name of ['restore', 'withdraw', 'withdraw', 'restore', 'restore'])
    versions.push(await act(name));

  expect([edited.status, ...(await codeOf(stale))]).toEqual([200, 412, 'known_problem.changed']);
  expect(versions).toEqual([2, 3, 3, 4, 4]);
  expect(await since()).toEqual([
    'known_problem_added',
    'known_problem_changed',
    'known_problem_withdrawn',
    'known_problem_restored',
  ]);
  expect(JSON.stringify(await logged())).not.toContain('Тайн');
  expect(await verifyChain(rows.database.db, vendor)).toMatchObject({ brokenAt: null });
});

test('a known problem that was withdrawn stays so when it is written anew', async () => {
  const draft = { texts: { ru: { title: 'Печать пуста' } } };
  const id = await idOf(await rows.post(vendor, '/known-problems', draft));
  await rows.post(vendor, `/known-problems/${id}/acts`, { act: 'withdraw' });
  const edited = await rows.signedIn().put(vendor, `/known-problems/${id}`, draft);

  expect(((await edited.json()) as KnownProblemView).state).toBe('withdrawn');
});

test('each act on a version is one event', async () => {
  const id = await idOf(await rows.post(vendor, '/releases', { version: '1.6.0' }));
  for (const body of [
    { act: 'plan', on: '2026-12-20' },
    { act: 'plan', on: '2026-12-20' },
    { act: 'publish' },
    { act: 'publish' },
  ])
    await rows.post(vendor, `/releases/${id}/acts`, body);
  await rows.post(vendor, '/releases', { version: '1.5.0', releasedOn: '2026-11-01' });

  expect(await since()).toEqual([
    'release_added',
    'release_dated',
    'release_published',
    'release_published',
  ]);
});

test('each act on a vulnerability is one event, without a word of it', async () => {
  const draft = { severity: 'critical', texts: everyTongue };
  const cured = { ...text, mitigation: 'Закройте доступ.' };
  const id = await idOf(await rows.post(vendor, '/advisories', draft));
  await rows.signedIn().put(vendor, `/advisories/${id}`, {
    ...draft,
    texts: { ru: cured, uz: cured, en: cured },
  });
  for (let time = 0; time < 2; time += 1)
    await rows.post(vendor, `/advisories/${id}/acts`, { act: 'publish' });

  expect(await since()).toEqual(['advisory_added', 'advisory_changed', 'advisory_published']);
  expect(JSON.stringify(await logged())).not.toContain('Тайн');
});

test('each act on an article is one event of ids and digests', async () => {
  const texts = { ru: { title: 'Тайное слово', body: 'Тайный текст.' } };
  const draft = (visibility: string) => ({ slug: 'secret', visibility, texts });
  const key = { 'idempotency-key': 'article' };
  const id = await idOf(await rows.signedIn().post(vendor, '/articles', draft('contract'), key));
  await rows.signedIn().post(vendor, '/articles', draft('contract'), key);
  await rows.signedIn().put(vendor, `/articles/${id}`, draft('public'));
  for (const name of ['publish', 'publish', 'archive'])
    await rows.post(vendor, `/articles/${id}/acts`, { act: name });

  expect(await since()).toEqual([
    'article_added',
    'article_changed',
    'article_published',
    'article_archived',
  ]);
  const [added, changed] = (await logged()).slice(before).map(({ body }) => body);
  expect(added).toContain('contract');
  expect(changed).toContain('public');
  expect(JSON.stringify(await logged())).not.toContain('Тайн');
});

test('an announcement is one event, the same submission again is none', async () => {
  const body = { kind: 'update', texts: everyTongue, audience: { kind: 'all' } };
  const key = { 'idempotency-key': 'news' };
  for (let time = 0; time < 2; time += 1)
    await rows.signedIn().post(vendor, '/announcements', body, key);

  expect(await since()).toEqual(['announcement_added']);
  expect(JSON.stringify(await logged())).not.toContain('Тайн');
});
