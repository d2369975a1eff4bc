import { afterAll, beforeAll, expect, test } from 'vitest';
import { deskApi, requesterApi } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema?: { readonly example?: unknown; readonly enum?: readonly string[] };
}

let database: TestDatabase;
let server: TestServer;
let cookie: string;

beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database);
  ({ cookie } = await deskApi(server));
  await requesterApi(server).open();
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

/** Cursors, numbers, days and instants that no client means and a database may choke on. */
const odd = [
  '2147483648',
  '9007199254740991',
  '99999999999999999999',
  '999999999999999:a',
  '999999999:9999999999999',
  '0000-01-01',
  '9999-12-31',
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59-14:00',
];
const usual: Readonly<Record<string, string>> = { vendor: 'modme', from: '2026-11-01' };

test('no value of a query is the server’s fault, whatever it is', async () => {
  const { paths } = (await (await fetch(`${server.url}/v1/openapi.json`)).json()) as {
    paths: Record<string, { get?: { readonly parameters?: readonly Parameter[] } }>;
  };
  const asked = Object.entries(paths).flatMap(([path, { get }]) => {
    const parameters = get?.parameters ?? [];
    const place = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => usual[name] ?? '1');
    const queries = parameters.filter((parameter) => parameter.in === 'query');
    const needed = queries
      .filter(({ required }) => required)
      .map(({ name, schema }): [string, string] => [
        name,
        String(schema?.example ?? schema?.enum?.[0] ?? usual[name] ?? '2026-11-30'),
      ]);
    return queries.flatMap(({ name }) =>
      odd.map((value) => {
        const query = new URLSearchParams({ ...Object.fromEntries(needed), [name]: value });
        return `${place}?${query}`;
      }),
    );
  });
  const faults: string[] = [];
  for (const path of asked) {
    const answer = await fetch(server.url + path, { headers: { cookie } });
    await answer.arrayBuffer();
    if (answer.status >= 500) faults.push(path);
  }

  expect(asked.length).toBeGreaterThan(300);
  expect(faults).toEqual([]);
}, 120_000);
