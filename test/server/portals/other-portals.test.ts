import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { requesterApi, deskApi, device } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { tinyPng } from '#test/support/picture.ts';
import { portalDesk, startOf, type PortalDesk } from '#test/support/portal-desk.ts';

interface Operation {
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly example?: unknown;
    readonly schema?: { readonly example?: unknown };
  }[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly example?: unknown }>>;
  };
}
interface Call {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

let database: TestDatabase;
let desk: PortalDesk;
/** Secrets of whoever is none of the ticket's author. */
let others: Readonly<Record<string, { readonly vendor: string; readonly bearer: string }>>;
/** The author's. */
let bearer = '';
let ids: Readonly<Record<string, string>>;
/** Every address that names one thing by its id. */
let calls: readonly Call[];

const secretWord = 'Тайна портала';

beforeAll(async () => {
  database = await testDatabase();
  desk = await portalDesk(database);
  await desk.install('alpha');
  desk.installed('bravo');
  const page = async (key: 'alpha' | 'bravo', userId: number) =>
    (await startOf(await desk.enter(desk.post(key, { userId })))).secret;
  bearer = await page('alpha', 7);
  const vendor = 'didox24';
  const author = requesterApi(desk.server, { vendor, bearer });
  const file = (await (
    await author.upload(new Uint8Array(tinyPng), 'image/png', 'secret.png')
  ).json()) as { id: string };
  const { id: ticket } = await author.open({
    category: 'error',
    answers: { did: secretWord, expected: secretWord, got: secretWord },
    attachments: [file.id],
    locale: 'ru',
  });
  const begun = await author.post('/v1/uploads', new Uint8Array(), {
    headers: {
      'content-type': 'application/offset+octet-stream',
      'tus-resumable': '1.0.0',
      'upload-length': '100',
      'upload-metadata': `filename ${btoa('a.png')},filetype ${btoa('image/png')}`,
    },
  });
  expect(begun.status).toBe(201);
  const upload = begun.headers.get('location')?.split('/').at(-1) ?? '';
  ids = { tickets: ticket, attachments: file.id, uploads: upload };
  const host = {
    sub: '7',
    name: 'Иван Тестов',
    email: 'ivan@romashka.example',
    email_verified: true,
  };
  others = {
    'another employee of the portal': { vendor, bearer: await page('alpha', 9) },
    'its administrator': { vendor, bearer: await page('alpha', 1) },
    'whoever has the same number in another portal': { vendor, bearer: await page('bravo', 7) },
    'the administrator of another portal': { vendor, bearer: await page('bravo', 1) },
    'a stranger at the plain widget': { vendor, bearer: device('X') },
    'a person of the vendor’s own product with the same name and address': {
      vendor,
      bearer: await desk.server.signAsHost(vendor, host),
    },
    'the author at the app of another vendor': { vendor: 'modme', bearer },
    'a stranger at another vendor': { vendor: 'modme', bearer: device('Y') },
  };
  const { paths } = (await (await fetch(`${desk.server.url}/v1/openapi.json`)).json()) as {
    readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  };
  calls = Object.entries(paths)
    .filter(([path]) => /\/(tickets|attachments|uploads)\/\{id\}/.test(path))
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        method: method.toUpperCase(),
        path,
        operation,
      })),
    );
});
afterAll(async () => {
  await desk.close();
  await database.drop();
});

const exampleOf = (values: Readonly<Record<string, { readonly example?: unknown }>> = {}) =>
  Object.entries(values)[0] ?? ['application/json', {}];

/** Calls it as its document says, for the author's thing. */
function send({ method, path, operation }: Call, who: { vendor: string; bearer: string }) {
  const kind = /\/(tickets|attachments|uploads)\/\{id\}/.exec(path)?.[1] ?? '';
  const address = path
    .replace('{vendor}', who.vendor)
    .replace('{id}', ids[kind] ?? '')
    .replaceAll(/\{\w+\}/g, 'x');
  const headers: Record<string, string> = { 'idempotency-key': randomUUID() };
  for (const { name, in: where, example, schema } of operation.parameters ?? [])
    if (where === 'header') headers[name] = String(example ?? schema?.example ?? '1');
  const [type, { example }] = exampleOf(operation.requestBody?.content);
  return fetch(`${desk.server.url}${address}`, {
    method,
    headers: {
      ...headers,
      'x-widget-key': who.vendor,
      authorization: `Bearer ${who.bearer}`,
      ...(path.includes('/uploads/') && { 'tus-resumable': '1.0.0', 'upload-offset': '0' }),
      ...(operation.requestBody && { 'content-type': type.replace('*/*', 'image/png') }),
    },
    ...(operation.requestBody && {
      body: type === 'application/json' ? JSON.stringify(example ?? {}) : 'x',
    }),
  });
}

test('nobody but its author sees or changes a request, its files or its thread, by any address', async () => {
  const agent = await deskApi(desk.server);
  const before = await agent.ticket('didox24', ids['tickets'] ?? '');
  const seen: string[] = [];
  const reached: string[] = [];
  for (const [who, identity] of Object.entries(others))
    for (const call of calls) {
      const answer = await send(call, identity);
      const said = `${who}: ${call.method} ${call.path} ${answer.status}`;
      const known = identity.vendor === 'didox24' && !call.path.includes('/desk/');
      const allowed = known ? [404] : [401, 403, 404];
      if (!allowed.includes(answer.status)) reached.push(said);
      if ((await answer.text()).includes(secretWord)) seen.push(said);
    }

  expect(calls.length).toBeGreaterThan(30);
  expect(reached).toEqual([]);
  expect(seen).toEqual([]);
  expect(await agent.ticket('didox24', ids['tickets'] ?? '')).toEqual(before);
});

test('the author does, and nobody has it in a list of their own', async () => {
  const own = calls.filter(({ method, path }) => method === 'GET' && !path.includes('/desk/'));
  const statuses = await Promise.all(
    own.map(async (call) => (await send(call, { vendor: 'didox24', bearer })).status),
  );
  const lists = await Promise.all(
    Object.values(others).map(async ({ vendor, bearer: secret }) =>
      (await requesterApi(desk.server, { vendor, bearer: secret }).get('/v1/tickets')).text(),
    ),
  );

  expect(own.length).toBeGreaterThan(3);
  expect(statuses.filter((status) => status >= 300)).toEqual([]);
  expect(lists.filter((list) => list.includes(ids['tickets'] ?? '-'))).toEqual([]);
});
