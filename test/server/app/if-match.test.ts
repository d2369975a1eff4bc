import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deskApi, codeOf } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

const vendor = 'didox24';
let database: TestDatabase;
let server: TestServer;
let desk: Awaited<ReturnType<typeof deskApi>>;
beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database);
  desk = await deskApi(server);
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly responses: Readonly<Record<string, unknown>>;
}

test('whatever is put takes the version that was seen and refuses another one', async () => {
  const { paths } = (await (await fetch(`${server.url}/v1/openapi.json`)).json()) as {
    paths: Record<string, { put?: Operation; post?: Operation }>;
  };
  const puts = Object.entries(paths).flatMap(([path, { put }]) =>
    put ? [{ path, one: put }] : [],
  );
  // an act gives readers, or takes from them, what was put
  const acts = Object.entries(paths).flatMap(([path, { post }]) => {
    const thing = path.replace(/\/acts$/, '');
    const isOfPut = puts.some((put) => put.path === thing || put.path.startsWith(`${thing}/`));
    return post && thing !== path && !thing.includes('/tickets/') && isOfPut
      ? [{ path, one: post }]
      : [];
  });
  const careless = [...puts, ...acts].filter(
    ({ one: { parameters = [], responses } }) =>
      !('412' in responses) ||
      !parameters.some((named) => named.in === 'header' && named.name === 'if-match'),
  );

  expect(puts.length).toBeGreaterThanOrEqual(5);
  expect(acts.length).toBeGreaterThanOrEqual(5);
  expect(careless.map(({ path }) => path)).toEqual([]);
});

const advisory = (title: string) => ({ title, text: 'Видны по номеру.' });
describe.each([
  ['known-problems', 'known_problem.changed', (title: string) => ({ texts: { ru: { title } } })],
  [
    'advisories',
    'advisory.changed',
    (title: string) => ({
      severity: 'critical',
      texts: { ru: advisory(title), uz: advisory(title), en: advisory(title) },
    }),
  ],
  [
    'articles',
    'article.changed',
    (title: string) => ({
      slug: 'debt',
      visibility: 'public',
      texts: { ru: { title, summary: 'Как закрыть долг', body: 'Нажмите.' } },
    }),
  ],
])('of %s', (list, code, draft) => {
  let path = '';
  const put = (title: string, seen?: string | null) =>
    desk.put(vendor, path, draft(title), seen ? { 'if-match': seen } : {});
  const tag = async () => (await desk.get(vendor, path)).headers.get('etag');
  beforeAll(async () => {
    const added = await desk.post(vendor, `/${list}`, draft('Первая'));
    path = `/${list}/${((await added.json()) as { id: string }).id}`;
  });

  test('a version that was seen is changed, and an older one is refused with nothing lost', async () => {
    const seen = await tag();
    const first = await put('Вторая', seen);
    const late = await put('Третья', seen);
    const next = await tag();

    expect(seen).toMatch(/^"\d+"$/);
    expect([first.status, first.headers.get('etag')]).toEqual([200, next]);
    expect(await codeOf(late)).toEqual([412, code]);
    expect(next).not.toBe(seen);
    expect(JSON.stringify(await (await desk.get(vendor, path)).json())).toContain('Вторая');
  });

  test('of several who saw the same one changes it', async () => {
    const seen = await tag();
    const answers = await Promise.all(['А', 'Б', 'В', 'Г'].map((title) => put(title, seen)));

    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412, 412, 412]);
  });

  test('without a version whatever is there is changed', async () => {
    expect((await put('Последняя')).status).toBe(200);
  });
});

describe.each([
  ['known-problems', 'known_problem.changed', 'withdraw', { texts: { ru: { title: 'Печать' } } }],
  [
    'advisories',
    'advisory.changed',
    'publish',
    {
      severity: 'critical',
      texts: {
        ru: { ...advisory('Печать'), mitigation: 'Закройте доступ.' },
        uz: { ...advisory('Печать'), mitigation: 'Закройте доступ.' },
        en: { ...advisory('Печать'), mitigation: 'Закройте доступ.' },
      },
    },
  ],
  [
    'articles',
    'article.changed',
    'publish',
    { slug: 'print', visibility: 'public', texts: { ru: { title: 'Печать', body: 'Нажмите.' } } },
  ],
])('an act on one of %s', (list, code, act, draft) => {
  test('is not done upon words that were not seen', async () => {
    const added = await desk.post(vendor, `/${list}`, draft);
    const path = `/${list}/${((await added.json()) as { id: string }).id}`;
    const seen = (await desk.get(vendor, path)).headers.get('etag')!;
    const put = await desk.put(vendor, path, draft, { 'if-match': seen });
    const press = (tag: string) => desk.post(vendor, `${path}/acts`, { act }, { 'if-match': tag });
    const stale = await press(seen);
    const unchanged = (await desk.get(vendor, path)).headers.get('etag');

    expect(await codeOf(stale)).toEqual([412, code]);
    expect(unchanged).toBe(put.headers.get('etag'));
    expect((await press(unchanged!)).status).toBe(200);
  });
});

test('a version does not come out upon a list of what it mends that was not seen', async () => {
  const added = await desk.post(vendor, '/releases', { version: '7.0.0' });
  const path = `/releases/${((await added.json()) as { id: string }).id}`;
  const press = (tag: string) =>
    desk.post(vendor, `${path}/acts`, { act: 'publish' }, { 'if-match': tag });
  const tag = async () => (await desk.get(vendor, path)).headers.get('etag')!;
  const stale = await press('"99"');

  expect(await codeOf(stale)).toEqual([412, 'release.changed']);
  expect((await press(await tag())).status).toBe(200);
});

test('the day of a version is moved from the day that was seen, and its coming out is a change too', async () => {
  const added = await desk.post(vendor, '/releases', { version: '7.1.0' });
  const path = `/releases/${((await added.json()) as { id: string }).id}`;
  const seen = (await desk.get(vendor, path)).headers.get('etag')!;
  const act = (body: object, tag: string) =>
    desk.post(vendor, `${path}/acts`, body, { 'if-match': tag });
  const days = ['2099-12-01', '2099-12-02', '2099-12-03'];
  const moved = await Promise.all(days.map((on) => act({ act: 'plan', on }, seen)));
  const next = moved.find(({ status }) => status === 200)?.headers.get('etag');
  const out = await act({ act: 'publish' }, next!);

  expect(moved.map(({ status }) => status).toSorted()).toEqual([200, 412, 412]);
  expect(new Set([seen, next, out.headers.get('etag')]).size).toBe(3);
  const fixes = { texts: { ru: { fixes: ['Печать'] } } };
  expect(
    await codeOf(await desk.put(vendor, `${path}/fixes`, fixes, { 'if-match': next! })),
  ).toEqual([412, 'release.changed']);
});

test('to withdraw a known problem is a change too', async () => {
  const texts = { ru: { title: 'Печать пуста' } };
  const added = await desk.post(vendor, '/known-problems', { texts });
  const path = `/known-problems/${((await added.json()) as { id: string }).id}`;
  await desk.post(vendor, `${path}/acts`, { act: 'withdraw' });

  expect(await codeOf(await desk.put(vendor, path, { texts }, { 'if-match': '"1"' }))).toEqual([
    412,
    'known_problem.changed',
  ]);
});
