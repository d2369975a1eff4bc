import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeOf, deskApi } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

let database: TestDatabase;
let server: TestServer;
beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database);
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

const prefix = '/v1/desk/vendors/{vendor}';
/** Values of parameters that a request may not leave out. */
const values = { locale: 'ru', from: '2026-11-01', to: '2026-11-30', minutes: '5' };

test('what belongs to something unknown is not found, with words for it, and never an empty list', async () => {
  const { paths } = (await (await fetch(`${server.url}/v1/openapi.json`)).json()) as {
    paths: Record<string, { get?: { parameters?: { name: string; in: string }[] } }>;
  };
  const parts = Object.keys(paths).filter(
    (path) =>
      paths[path]?.get && path.startsWith(prefix) && path.slice(prefix.length).includes('{'),
  );
  const desk = await deskApi(server);
  const answers = new Map<string, unknown>();
  for (const path of parts) {
    const place = path
      .slice(prefix.length)
      .replace('{month}', '2026-10')
      .replace(/\{\w+\}/g, 'nope');
    const known = paths[path]?.get?.parameters?.filter((one) => one.in === 'query') ?? [];
    const query = new URLSearchParams(
      Object.entries(values).filter(([name]) => known.some((one) => one.name === name)),
    );
    const [status, code] = await codeOf(await desk.get('modme', `${place}?${query.toString()}`));
    if (status !== 404 || !/^\w+\.not_found$/.test(String(code))) answers.set(path, [status, code]);
  }

  expect(parts.length).toBeGreaterThan(20);
  expect([...answers]).toEqual([]);
});
