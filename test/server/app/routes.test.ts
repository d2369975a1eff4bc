import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '#server/app.ts';
import { deskApi, requesterApi } from '#test/support/api.ts';
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

/** Everything that answers somebody unknown. A new route is closed until it is added here. */
const open = [
  /^GET \/(livez|readyz|health)$/,
  /^GET \/v1\/openapi\.json$/,
  /^GET \/v1\/widgets\/:key$/,
  /^GET \/v1\/policies\//,
  /^GET \/v1\/articles(\/|$)/,
  /^POST \/v1\/articles\/:slug\/uses$/,
  /^POST \/v1\/desk\/session$/,
  /^GET \/widget(\.js|\/\*)$/,
  /^GET \/desk(\/assets\/\*)?$/,
  /^GET \/guest$/,
  /^GET \/api$/,
  /^GET \/policy(\/|$)/,
  /^GET \/articles\/:vendor\/:slug$/,
  /^GET \/advisories\/:vendor(\/:id)?$/,
  /^(GET|POST) \/survey\/(:token(\/stop)?)?$/,
  /^GET \/\.well-known\/security\.txt$/,
  /^GET \/(demo\/.*)?$/,
  // a portal proves itself by what it posts
  /^(GET|HEAD|POST) \/b24\/:vendor\/(app|install)$/,
  /^POST \/b24\/:vendor\/events$/,
  /^POST \/b24\/:vendor\/own-portal$/,
  /^GET \/b24\/assets\/\*$/,
  /^POST \/v1\/portals\/:vendor\/sessions$/,
];

test('every route refuses somebody unknown, unless it is listed as open', async () => {
  const app = createApp(server.deps);
  const routes = [
    ...new Set(
      app.routes
        .filter(({ method }) => method !== 'ALL')
        .map(({ method, path }) => `${method} ${path}`),
    ),
  ];
  const closed = routes.filter((route) => !open.some((pattern) => pattern.test(route)));
  expect(closed.length).toBeGreaterThan(10);

  const answering: string[] = [];
  for (const route of closed) {
    const [method = '', path = ''] = route.split(' ');
    const url =
      server.url +
      path
        .replace(':vendor', 'modme')
        .replace(':month', '2026-11')
        .replace(/:\w+(\{[^}]*\})?/g, 'x');
    const response = await fetch(url, {
      method,
      headers: {
        'x-widget-key': 'modme',
        'content-type': 'application/json',
        'idempotency-key': 'k',
      },
      ...(method === 'POST' ? { body: bodyFor(path) } : {}),
    });
    // to whom nobody gave a link there is no thread
    const refusal = path.startsWith('/v1/guest/') ? 404 : 401;
    if (response.status !== refusal) answering.push(`${route} → ${response.status}`);
  }

  expect(answering).toEqual([]);
});

/** A body that gets past the shape, so that only the missing identity can refuse. */
function bodyFor(path: string): string {
  if (path.endsWith('/tickets'))
    return JSON.stringify({ category: 'error', answers: {}, locale: 'ru' });
  if (path.endsWith('/access-grants')) return JSON.stringify({ grant: 'x', secret: 'x' });
  if (path.endsWith('/contract'))
    return JSON.stringify({
      domain: 'romashka.bitrix24.ru',
      memberId: 'a'.repeat(32),
      accessToken: 'a'.repeat(32),
      number: 'x',
    });
  if (path.endsWith('/acts')) return JSON.stringify({ act: 'withdraw' });
  if (/\/(?:revoke|answers|withdrawal)$/.test(path)) return '{}';
  return JSON.stringify({ text: 'x' });
}

test('every answer carries the headers that keep a browser strict', async () => {
  for (const path of [
    '/livez',
    '/desk',
    '/demo/crm',
    '/v1/widgets/modme',
    '/nothing',
    '/widget.js',
  ]) {
    const { headers } = await fetch(server.url + path);

    expect([path, headers.get('x-content-type-options')]).toEqual([path, 'nosniff']);
    expect([path, headers.has('content-security-policy')]).toEqual([path, true]);
    expect([path, headers.has('x-request-id')]).toEqual([path, true]);
    expect([path, headers.get('set-cookie')]).toEqual([path, null]);
  }
});

test('who is refused for who they are reads the next step', async () => {
  for (const authorization of [undefined, 'Bearer a.b.c']) {
    const refused = await fetch(`${server.url}/v1/tickets`, {
      headers: { 'x-widget-key': 'modme', ...(authorization ? { authorization } : {}) },
    });

    expect(await refused.json()).toMatchObject({ status: 401, nextStep: { code: 'sign_in' } });
  }
});

test('what is said to one person alone is kept by no cache', async () => {
  const api = requesterApi(server);
  const desk = await deskApi(server);
  const { id } = await api.open();
  const answers = await Promise.all([
    api.get('/v1/tickets'),
    api.get(`/v1/tickets/${id}`),
    api.get(`/v1/tickets/${id}/explanation`),
    desk.get('modme', '/queue'),
    desk.get('modme', `/tickets/${id}`),
    desk.get('modme', `/tickets/${id}/explanation`),
  ]);

  expect(answers.map(({ status, headers }) => [status, headers.get('cache-control')])).toEqual(
    answers.map(() => [200, 'no-store']),
  );
});
