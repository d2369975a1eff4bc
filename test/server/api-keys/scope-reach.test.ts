import { afterAll, beforeAll, expect, test } from 'vitest';
import { apiScopes, type ApiScope } from '#shared/api-scopes.ts';
import { scopesOf } from '#server/http/key-scope.ts';
import { codeOf, deskApi } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { machineApi } from '#test/support/machine-api.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

/** What each scope, or several together, reach; a new route is out of reach until it stands here. */
const reach: Readonly<Record<string, readonly string[]>> = {
  'tickets:read': [
    'GET /appeals',
    'GET /attachments/{id}',
    'GET /feedback',
    'GET /follow-ups',
    'GET /interactions',
    'GET /message-search',
    'GET /queue',
    'GET /silence',
    'GET /tickets',
    'GET /tickets/{id}',
    'GET /tickets/{id}/access-grants',
    'GET /tickets/{id}/articles',
    'GET /tickets/{id}/conditions',
    'GET /tickets/{id}/criticality',
    'GET /tickets/{id}/explanation',
    'GET /tickets/{id}/guests',
    'GET /tickets/{id}/interactions',
    'GET /tickets/{id}/known-problems',
    'GET /tickets/{id}/meetings',
    'GET /tickets/{id}/orders',
    'GET /tickets/{id}/participants',
    'GET /tickets/{id}/portal-looks',
    'GET /tickets/{id}/time',
    'GET /tickets/{id}/time/preview',
  ],
  'tickets:write': [
    'DELETE /tickets/{id}/guests/{guest}',
    'DELETE /tickets/{id}/participants/{agent}',
    'POST /arrivals',
    'POST /attachments',
    'POST /feedback/{id}/owner',
    'POST /feedback/{id}/target',
    'POST /interactions',
    'POST /interactions/{id}/ticket',
    'POST /orders/{id}/accept',
    'POST /orders/{id}/decline',
    'POST /orders/{id}/done',
    'POST /tickets/{id}/access-grants/{grant}/revoke',
    'POST /tickets/{id}/access-requests',
    'POST /tickets/{id}/acts',
    'POST /tickets/{id}/conditions',
    'POST /tickets/{id}/guests',
    'POST /tickets/{id}/known-problem',
    'POST /tickets/{id}/meetings',
    'POST /tickets/{id}/meetings/{meeting}/cancel',
    'POST /tickets/{id}/meetings/{meeting}/held',
    'POST /tickets/{id}/messages',
    'POST /tickets/{id}/orders',
    'POST /tickets/{id}/participants',
    'POST /tickets/{id}/portal-looks',
    'POST /tickets/{id}/time',
    'POST /tickets/{id}/time/{entry}/correct',
    'POST /tickets/{id}/time/{entry}/void',
  ],
  'customers:read': [
    'GET /contracts',
    'GET /contracts/incomplete',
    'GET /organisations',
    'GET /organisations/{id}',
    'GET /organisations/{organisation}/hours',
    'GET /plan-tasks',
    'GET /portals',
    'GET /portals/{id}',
  ],
  'customers:write': [
    'DELETE /portals/{id}/contract',
    'POST /contracts/end',
    'POST /organisations',
    'POST /organisations/import',
    'POST /plan-tasks/{organisation}/{item}/{month}/done',
    'POST /portals/{id}/contract/refusal',
    'PUT /contracts',
    'PUT /organisations/{id}',
    'PUT /portals/{id}/contract',
  ],
  'customers:read tickets:read': ['GET /requesters/{id}/export'],
  'customers:write tickets:write': ['POST /requesters/{id}/erase'],
  'statements:read': ['GET /organisations/{id}/statements/{month}'],
  'articles:read': [
    'GET /article-tasks',
    'GET /articles',
    'GET /articles/search',
    'GET /articles/{id}',
    'GET /known-problems',
    'GET /known-problems/{id}',
  ],
  'articles:write': [
    'POST /article-tasks/{id}/finish',
    'POST /articles',
    'POST /articles/preview',
    'POST /articles/{id}/acts',
    'POST /known-problems',
    'POST /known-problems/{id}/acts',
    'PUT /articles/{id}',
    'PUT /known-problems/{id}',
  ],
  'releases:read': ['GET /releases', 'GET /releases/{id}'],
  'releases:write': ['POST /releases', 'POST /releases/{id}/acts', 'PUT /releases/{id}/fixes'],
  'advisories:read': ['GET /advisories', 'GET /advisories/{id}'],
  'advisories:write': ['POST /advisories', 'POST /advisories/{id}/acts', 'PUT /advisories/{id}'],
  'announcements:read': [
    'GET /announcements',
    'GET /announcements/{id}',
    'GET /announcements/{id}/deliveries',
  ],
  'announcements:write': [
    'POST /announcements',
    'POST /announcements/{id}/acts',
    'PUT /announcements/{id}',
  ],
  'surveys:read': ['GET /survey-waves'],
  'surveys:write': ['POST /survey-waves', 'POST /survey-waves/{id}/acts'],
  'surveys:read tickets:read': ['GET /survey-comments'],
  'surveys:write tickets:write': ['POST /survey-comments/{id}/ticket'],
  'watch:read': ['GET /checks', 'GET /checks/{id}/looks'],
  'watch:write': ['DELETE /checks/{id}', 'POST /alerts', 'POST /checks'],
  'desk:read': ['GET /agents', 'GET /choices', 'GET /on-call', 'GET /reports/outcomes'],
  'desk:write': ['DELETE /on-call/{id}', 'POST /on-call'],
  'desk:read tickets:read': ['GET /outbox'],
  'desk:write tickets:write': ['POST /outbox/{id}/again'],
  'webhooks:read': [
    'GET /vendor-portal',
    'GET /vendor-portal/pushes',
    'GET /webhooks',
    'GET /webhooks/{id}/deliveries',
  ],
  'webhooks:write': [
    'DELETE /webhooks/{id}',
    'POST /vendor-portal/left/deleted',
    'POST /vendor-portal/pushes/{seq}/again',
    'POST /webhooks',
    'POST /webhooks/{id}/deliveries/{seq}/again',
    'POST /webhooks/{id}/secret',
  ],
  none: [
    'DELETE /api-keys/{id}',
    'GET /api-keys',
    'GET /notices',
    'POST /api-keys',
    'POST /notices/{id}/seen',
    'POST /tickets/{id}/access-grants/{grant}/reveal',
  ],
};

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

test('every route of a desk is reached by the scopes that say so, and each scope reaches something', async () => {
  const { paths } = (await (await fetch(`${server.url}/v1/openapi.json`)).json()) as {
    paths: Record<string, object>;
  };
  const prefix = '/v1/desk/vendors/{vendor}';
  const found: Record<string, string[]> = {};
  for (const [path, item] of Object.entries(paths).filter(([one]) => one.startsWith(prefix)))
    for (const method of Object.keys(item)) {
      const behind = path.slice(prefix.length);
      const scopes = scopesOf(method, behind)?.join(' ') ?? 'none';
      (found[scopes] ??= []).push(`${method.toUpperCase()} ${behind}`);
    }
  for (const routes of Object.values(found)) routes.sort();
  const reaching = new Set(Object.keys(reach).flatMap((scopes) => scopes.split(' ')));

  expect(found).toEqual(reach);
  expect(apiScopes.filter((scope) => !reaching.has(scope))).toEqual([]);
});

test.each<[string, ApiScope[], 'get' | 'post', string]>([
  ['to read the desk reads no letters', ['desk:read'], 'get', '/outbox'],
  ['to read tickets reads no other letters', ['tickets:read'], 'get', '/outbox'],
  ['to change the desk sends no letter', ['desk:write'], 'post', '/outbox/1/again'],
  [
    'to read customers reads no log',
    ['customers:read'],
    'get',
    '/organisations/x/statements/2026-10',
  ],
  ['to write articles ships no version', ['articles:write'], 'post', '/releases/x/acts'],
  [
    'to write articles publishes no vulnerability',
    ['articles:write'],
    'post',
    '/advisories/x/acts',
  ],
  ['to announce opens no ticket', ['announcements:write'], 'post', '/survey-comments/x/ticket'],
  ['to read announcements reads no opinions', ['announcements:read'], 'get', '/survey-comments'],
  ['to read surveys reads no opinions', ['surveys:read'], 'get', '/survey-comments'],
  [
    'an encoded path is the same path',
    ['customers:read'],
    'get',
    '/organisations/x/%73tatements/2026-10',
  ],
])('%s', async (_case, scopes, method, path) => {
  const desk = await deskApi(server);
  const made = await desk.post('modme', '/api-keys', { name: 'CRM', scopes });
  const crm = machineApi(server, ((await made.json()) as { key: string }).key);
  const answer = method === 'get' ? await crm.get(path) : await crm.post(path, {});

  expect(await codeOf(answer)).toEqual([403, 'api_key.scope_missing']);
});
