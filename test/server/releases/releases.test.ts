import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { KnownProblemList, KnownProblemView } from '#shared/wire/known-problems.ts';
import type { ReleaseList, ReleaseView } from '#shared/wire/releases.ts';
import type { TicketPage } from '#shared/wire/ticket-list.ts';
import { codeOf, completeRequest } from '#test/support/api.ts';
import { rowDesk } from '#test/support/row-desk.ts';

let rows: Awaited<ReturnType<typeof rowDesk>>;
beforeAll(async () => {
  rows = await rowDesk();
});
beforeEach(async () => {
  await rows.at('2026-11-20T08:00:00Z');
  await rows.database.client.unsafe(
    'truncate releases, release_waiters, known_problems, problem_tickets, idempotency_keys',
  );
});
afterAll(() => rows.close());

const vendor = 'didox24';
const idOf = async (response: Response) => ((await response.json()) as { id: string }).id;
const release = (version: string, more: object = {}) =>
  rows.post(vendor, '/releases', { version, ...more });
const problem = (more: object = {}) =>
  rows.post(vendor, '/known-problems', { texts: { ru: { title: 'Печать пуста' } }, ...more });
const registry = async () =>
  ((await (await rows.get(vendor, '/releases')).json()) as ReleaseList).releases;
const fixes = (...lines: string[]) => ({ texts: { ru: { fixes: lines } } });

test('S1.1.15 KB, S1.1.14 KB: the registry knows the current version of each product, the highest that is out', async () => {
  await release('1.6.0', { releasedOn: '2026-10-01' });
  await release('1.4.3', { releasedOn: '2026-11-10' });
  await release('1.7.0', { plannedOn: '2026-12-15' });
  await release('2.0.0-rc.1', { releasedOn: '2026-11-15' });
  await release('0.3.0', { product: 'mobile', releasedOn: '2026-11-15' });

  expect(
    (await registry()).map(({ product, version, current }) => [product, version, current]),
  ).toEqual([
    ['main', '2.0.0-rc.1', false],
    ['main', '1.7.0', false],
    ['main', '1.6.0', true],
    ['main', '1.4.3', false],
    ['mobile', '0.3.0', true],
  ]);
});

test('S1.1.14 KB: an update takes the place of the version before it on the day it comes out', async () => {
  await release('1.6.0', { releasedOn: '2026-10-01' });
  const id = await idOf(await release('1.7.0', { plannedOn: '2026-12-15' }));
  const path = `/releases/${id}/acts`;
  const moved = (await (
    await rows.post(vendor, path, { act: 'plan', on: '2026-12-20' })
  ).json()) as ReleaseView;
  const out = (await (await rows.post(vendor, path, { act: 'publish' })).json()) as ReleaseView;
  const again = await rows.post(vendor, path, { act: 'publish' });
  const planned = await rows.post(vendor, path, { act: 'plan', on: '2026-12-20' });

  expect(moved).toMatchObject({ plannedOn: '2026-12-20', releasedOn: null, current: false });
  expect(out).toMatchObject({ releasedOn: '2026-11-20', current: true });
  expect(again.status).toBe(200);
  expect(await codeOf(planned)).toEqual([409, 'release.out']);
});

test('a version is entered once, has a form that can be ordered, and no day to come once it is out', async () => {
  await release('1.6.0');

  expect(await codeOf(await release('1.6.0'))).toEqual([409, 'release.exists']);
  expect(await codeOf(await release('1.6'))).toEqual([400, 'request.invalid']);
  expect(await codeOf(await release('1.7.0', { releasedOn: '2026-11-21' }))).toEqual([
    422,
    'release.day_to_come',
  ]);
  expect(await codeOf(await release('1.7.0', { problems: ['kpr_none'] }))).toEqual([
    404,
    'known_problem.not_found',
  ]);
  expect((await registry()).map(({ version }) => version)).toEqual(['1.6.0']);
  expect(await codeOf(await rows.post(vendor, '/releases/x/acts', { act: 'publish' }))).toEqual([
    404,
    'release.not_found',
  ]);
});

test('a known problem ends when the version comes out that mends it, and may turn out to be none', async () => {
  const id = await idOf(await problem({ affectedFrom: '1.2.0' }));
  const next = await idOf(await release('1.7.0', { problems: [id] }));
  const read = async () =>
    ((await (await rows.get(vendor, '/known-problems')).json()) as KnownProblemList).problems[0];
  const before = await read();
  await rows.post(vendor, `/releases/${next}/acts`, { act: 'publish' });
  const after = await read();
  const path = `/known-problems/${id}`;
  const none = await rows.post(vendor, `${path}/acts`, { act: 'withdraw' });
  const back = await rows.post(vendor, `${path}/acts`, { act: 'restore' });

  expect(before).toMatchObject({ state: 'open', fixedIn: '1.7.0', tickets: 0 });
  expect(after).toMatchObject({ state: 'fixed' });
  expect(((await none.json()) as KnownProblemView).state).toBe('withdrawn');
  expect(((await back.json()) as KnownProblemView).state).toBe('fixed');
  expect((await registry())[0]?.problems).toEqual([id]);
});

test('a known problem names an article that exists, and holds no password', async () => {
  const texts = { ru: { title: 'Вход', workaround: 'Пароль: Qwerty4711' } };

  expect(await codeOf(await problem({ articleId: 'art_none' }))).toEqual([
    404,
    'article.not_found',
  ]);
  expect(await codeOf(await problem({ texts }))).toEqual([422, 'field.secret_in_text']);
  expect(await codeOf(await release('1.0.0', fixes('Пароль: Qwerty4711')))).toEqual([
    422,
    'field.secret_in_text',
  ]);
});

test('a known problem is written anew by its agent', async () => {
  const id = await idOf(await problem());
  const edited = await rows.signedIn().put(vendor, `/known-problems/${id}`, {
    texts: { ru: { title: 'Печать пуста', workaround: 'Печатайте из PDF.' } },
  });

  expect(await edited.json()).toMatchObject({
    id,
    texts: { ru: { workaround: 'Печатайте из PDF.' } },
  });
});

test('what a ticket is about stands beside it, and its tickets under a problem', async () => {
  const [first, second] = [await idOf(await problem()), await idOf(await problem())];
  const opened = await rows.open(vendor, 'error');
  const other = await rows.open(vendor, 'error');
  for (const id of [first, second])
    await rows.post(vendor, `/tickets/${opened.id}/known-problem`, { problem: id });
  const beside = async (ticket: string) =>
    (
      (await (await rows.get(vendor, `/tickets/${ticket}/known-problems`)).json()) as Pick<
        KnownProblemList,
        'problems'
      >
    ).problems.map(({ id }) => id);
  const about = (await (await rows.get(vendor, `/tickets?problem=${first}`)).json()) as TicketPage;

  expect((await beside(opened.id)).toSorted()).toEqual([first, second].toSorted());
  expect(await beside(other.id)).toEqual([]);
  expect(about.rows.map(({ id }) => id)).toEqual([opened.id]);
});

test('S1.1.15 KB: a request from an older version says at the desk what the newer ones mend', async () => {
  const id = await idOf(await problem());
  await release('1.4.2', { releasedOn: '2026-08-01', ...fixes('Вход') });
  await release('1.5.0', { releasedOn: '2026-09-01', ...fixes('Подпись'), problems: [id] });
  await release('1.6.0', { releasedOn: '2026-10-01', ...fixes('Правила оператора') });
  await release('1.7.0', { plannedOn: '2026-12-15', ...fixes('Ещё не вышла') });
  const sent = async (context: object) => {
    const api = await rows.requesterOf(vendor);
    const opened = await api.open({ ...completeRequest(rows.packOf(vendor), 'error'), context });
    return (await rows.signedIn().ticket(vendor, opened.id)).outdated;
  };

  expect(await sent({ appVersion: '1.4.2' })).toEqual({
    installed: '1.4.2',
    current: '1.6.0',
    fixes: ['Подпись', 'Печать пуста', 'Правила оператора'],
  });
  expect(await sent({ appVersion: '1.6.0' })).toBeUndefined();
  expect(await sent({})).toBeUndefined();
});

test('where a vendor has several products, the page says which one it is', async () => {
  await release('1.6.0', { releasedOn: '2026-10-01' });
  await release('0.3.0', { product: 'mobile', releasedOn: '2026-11-15', ...fixes('Камера') });
  const sent = async (context: object) => {
    const api = await rows.requesterOf(vendor);
    const opened = await api.open({ ...completeRequest(rows.packOf(vendor), 'error'), context });
    return (await rows.signedIn().ticket(vendor, opened.id)).outdated;
  };

  expect(await sent({ appVersion: '0.2.0' })).toBeUndefined();
  expect(await sent({ appVersion: '0.2.0', extra: { product: 'mobile' } })).toMatchObject({
    current: '0.3.0',
    fixes: ['Камера'],
  });
});

test('versions without an order, a range that ends before it begins and a plan for a day gone by are refused', async () => {
  const refused = [
    await release('1.0.0-..'),
    await release('1.0.0-01'),
    await release('9.9.9', { plannedOn: '1900-01-01' }),
    await problem({ affectedFrom: '1.6.0', fixedIn: '1.5.0' }),
    await problem({ affectedFrom: '1.6.0', fixedIn: '1.6.0' }),
  ];

  expect(refused.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400]);
  expect((await release('1.0.0-rc.1', { releasedOn: '2020-01-01' })).status).toBe(201);
});
