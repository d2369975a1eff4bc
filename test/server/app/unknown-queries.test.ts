import { afterAll, beforeAll, expect, test } from 'vitest';
import type { GuestInvited } from '#shared/wire/guests.ts';
import { deskApi, device, requesterApi } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

let database: TestDatabase;
let server: TestServer;
let desk: Awaited<ReturnType<typeof deskApi>>;
let ticket: string;
let guest: string | undefined;
const requester = device();
beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database);
  desk = await deskApi(server);
  ({ id: ticket } = await requesterApi(server, { bearer: requester }).open());
  const invited = await desk.post('modme', `/tickets/${ticket}/guests`, {
    name: 'Эксперт',
    help: 'Формат',
  });
  guest = /token=(gst_[\w-]{43})$/.exec(((await invited.json()) as GuestInvited).link)?.[1];
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

interface Operation {
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly example?: unknown;
  }[];
}

test('every read refuses a query parameter that it does not know, and names it', async () => {
  const { paths } = (await (await fetch(`${server.url}/v1/openapi.json`)).json()) as {
    readonly paths: Readonly<Record<string, { readonly get?: Operation }>>;
  };
  const answers = new Map<string, unknown>();
  const reads = Object.entries(paths).flatMap(([path, { get }]) => (get ? [{ path, get }] : []));
  for (const { path, get } of reads) {
    const given = get.parameters ?? [];
    const place = path
      .replace('/tickets/{id}', `/tickets/${ticket}`)
      .replaceAll(/\{(\w+)\}/g, (_, name: string) =>
        encodeURIComponent(String(given.find((one) => one.name === name)?.example)),
      );
    const url = new URL(server.url + place);
    for (const { name, in: where, required, example } of given)
      if (where === 'query' && required) url.searchParams.set(name, String(example));
    url.searchParams.set('nope', '1');
    const bearer = path.startsWith('/v1/guest/') ? guest : requester;
    const response = await fetch(url, {
      headers: path.startsWith('/v1/desk/')
        ? { cookie: desk.cookie }
        : { 'x-widget-key': 'modme', authorization: `Bearer ${bearer}` },
    });
    const answer = (await response.json()) as { code?: string; fields?: string[] };
    if (answer.code !== 'request.invalid' || answer.fields?.join() !== 'nope')
      answers.set(path, [response.status, answer.code, answer.fields]);
  }

  expect(reads.length).toBeGreaterThan(60);
  expect([...answers]).toEqual([]);
});

test('every write refuses one, too, before it does anything', async () => {
  const { paths } = (await (await fetch(`${server.url}/v1/openapi.json`)).json()) as {
    readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  };
  const writes = Object.entries(paths).flatMap(([path, item]) =>
    ['post', 'put', 'patch', 'delete'].flatMap((method) =>
      item[method] ? [[method.toUpperCase(), path] as const] : [],
    ),
  );
  const answers = new Map<string, unknown>();
  for (const [method, path] of writes) {
    const place = path
      .replace('{vendor}', 'modme')
      .replace('/tickets/{id}', `/tickets/${ticket}`)
      .replaceAll(/\{\w+\}/g, '1');
    const bearer = path.startsWith('/v1/guest/') ? guest : requester;
    const response = await fetch(`${server.url}${place}?nope=1`, {
      method,
      headers: {
        'content-type': 'application/json',
        'idempotency-key': 'once',
        'tus-resumable': '1.0.0',
        ...(path.startsWith('/v1/desk/')
          ? { cookie: desk.cookie }
          : { 'x-widget-key': 'modme', authorization: `Bearer ${bearer}` }),
      },
      ...(method === 'DELETE' ? {} : { body: '{}' }),
    });
    const answer = (await response.json().catch(() => ({}))) as {
      code?: string;
      fields?: string[];
    };
    if (answer.code !== 'request.invalid' || !answer.fields?.includes('nope'))
      answers.set(`${method} ${path}`, [response.status, answer.code, answer.fields]);
  }

  expect(writes.length).toBeGreaterThan(60);
  expect([...answers]).toEqual([]);
});
