import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '#server/app.ts';
import { codeOf, deskApi, requesterApi } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

interface Operation {
  readonly security?: readonly Record<string, unknown>[];
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly responses: Readonly<Record<string, { readonly description: string }>>;
}
interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly securitySchemes: Readonly<Record<string, unknown>> };
}

let database: TestDatabase;
let server: TestServer;
let document: Document;
let operations: { name: string; path: string; operation: Operation }[];

beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database);
  document = (await (await fetch(`${server.url}/v1/openapi.json`)).json()) as Document;
  operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path}`,
      path,
      operation,
    })),
  );
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

test('the document is OpenAPI 3.1 and lists every route below /v1', () => {
  const routes = createApp(server.deps)
    .routes.filter(({ method, path }) => method !== 'ALL' && path.startsWith('/v1/'))
    .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`)
    .filter((route) => route !== 'GET /v1/openapi.json');

  expect(document.openapi).toMatch(/^3\.1\./);
  expect(operations.map(({ name }) => name).toSorted()).toEqual([...new Set(routes)].toSorted());
});

test('every operation declares the parameters of its path, and the vendor it is called for', () => {
  for (const { name, path, operation } of operations) {
    const declared = (operation.parameters ?? []).map((one) => `${one.in} ${one.name}`);
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, one]) => `path ${one}`);
    const vendor = /^\/v1\/(desk|widgets|policies|portals)/.test(path);

    expect([name, declared]).toEqual([name, expect.arrayContaining(inPath)]);
    if (!vendor)
      expect([name, declared]).toEqual([name, expect.arrayContaining(['header x-widget-key'])]);
  }
});

test('every operation says who may call it, but those that are open', () => {
  const schemes = Object.keys(document.components.securitySchemes);
  const open = operations.filter(({ operation }) => !operation.security).map(({ name }) => name);
  const named = operations.flatMap(({ operation }) =>
    (operation.security ?? []).flatMap(Object.keys),
  );

  expect(open.toSorted()).toEqual([
    'GET /v1/articles',
    'GET /v1/articles/suggest',
    'GET /v1/articles/{slug}',
    'GET /v1/policies/{vendor}/editions',
    'GET /v1/policies/{vendor}/explanation',
    'GET /v1/policies/{vendor}/signing-keys',
    'GET /v1/widgets/{key}',
    'POST /v1/articles/{slug}/uses',
    'POST /v1/desk/session',
    'POST /v1/portals/{vendor}/sessions',
  ]);
  expect([...new Set(named)].toSorted()).toEqual(schemes.toSorted());
});

test('refusals that were met are among those that are listed', async () => {
  const api = requesterApi(server);
  const desk = await deskApi(server);
  const { id } = await api.open();
  const met: [string, Response][] = [
    ['POST /v1/attachments', await api.upload(new Uint8Array(), 'image/png')],
    ['GET /v1/attachments/{id}', await api.get('/v1/attachments/x', { vendor: 'nobody' })],
    [
      'POST /v1/desk/vendors/{vendor}/tickets/{id}/acts',
      await desk.post('modme', `/tickets/${id}/acts`, { act: 'confirm_arrival' }),
    ],
    [
      'POST /v1/desk/vendors/{vendor}/tickets/{id}/messages',
      await desk.post('modme', `/tickets/${id}/messages`, {
        kind: 'reply',
        text: 'x',
        attachments: ['x'],
      }),
    ],
    ['GET /v1/desk/vendors/{vendor}/attachments/{id}', await desk.get('nobody', '/attachments/x')],
  ];
  for (const [name, response] of met) {
    const [status, code] = await codeOf(response);
    const listed = operations.find((one) => one.name === name)?.operation.responses[status];

    expect([name, listed?.description]).toEqual([name, expect.stringContaining(code)]);
  }
});
