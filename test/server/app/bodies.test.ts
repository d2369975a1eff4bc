import { afterAll, beforeAll, expect, test } from 'vitest';
import type { GuestInvited } from '#shared/wire/guests.ts';
import { codeOf, completeRequest, deskApi, device, requesterApi } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { policyOf } from '#test/support/policies.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

const vendor = 'technokad';
let database: TestDatabase;
let server: TestServer;
let cookie: string;
let guest: string;
let addresses: string[];

beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database);
  const desk = await deskApi(server);
  cookie = desk.cookie;
  const { id } = await requesterApi(server, { vendor }).open(
    completeRequest(policyOf(vendor).pack),
  );
  const invited = await desk.post(vendor, `/tickets/${id}/guests`, {
    name: 'Эксперт',
    email: 'expert@bank.example',
    help: 'помочь',
  });
  guest = /token=(gst_[\w-]{43})$/.exec(((await invited.json()) as GuestInvited).link)?.[1] ?? '';
  const { paths } = (await (await fetch(`${server.url}/v1/openapi.json`)).json()) as {
    paths: Record<string, Record<string, object>>;
  };
  addresses = Object.entries(paths).flatMap(([path, item]) =>
    Object.keys(item)
      .filter((method) => ['post', 'put', 'patch'].includes(method))
      .map((method) => `${method.toUpperCase()} ${path}`),
  );
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

/** Takes files, and bounds them itself. */
const files = [
  'POST /v1/attachments',
  'POST /v1/desk/vendors/{vendor}/attachments',
  'POST /v1/uploads',
  'PATCH /v1/uploads/{id}',
];

/** A call by somebody who may make it, as far as nothing but its body can refuse it. */
function send(address: string, body: string, type = 'application/json') {
  const [method = '', path = ''] = address.split(' ');
  const filled = path
    .replace('{vendor}', vendor)
    .replace('{month}', '2026-11')
    .replaceAll(/\{\w+\}/g, '1');
  const authorization = path.startsWith('/v1/guest/') ? `Bearer ${guest}` : `Bearer ${device()}`;
  return fetch(server.url + filled, {
    method,
    headers: {
      'content-type': type,
      'idempotency-key': 'k',
      'x-widget-key': vendor,
      ...(path.startsWith('/v1/desk/') ? { cookie } : { authorization }),
    },
    body,
  });
}

test.each([
  [
    'a form',
    () => 'text=x',
    'application/x-www-form-urlencoded',
    [415, 'request.wrong_content_type'],
  ],
  [
    'more than a megabyte',
    () => JSON.stringify({ x: 'x'.repeat(1_000_001) }),
    undefined,
    [413, 'request.too_large'],
  ],
  ['NUL', () => '{"text":"a\\u0000b"}', undefined, [400, 'request.bad_text']],
  ['half a character', () => '{"text":"a\\ud800b"}', undefined, [400, 'request.bad_text']],
  ['no object', () => '[]', undefined, [400, 'request.malformed']],
])('no route below /v1 that takes a body takes %s', async (_case, body, type, refusal) => {
  const taking: unknown[] = [];
  for (const address of addresses.filter((one) => !files.includes(one))) {
    const met = await codeOf(await send(address, body(), type));
    if (met.join(' ') !== refusal.join(' ')) taking.push([address, ...met]);
  }

  expect(addresses).toEqual(expect.arrayContaining(files));
  expect(addresses.length).toBeGreaterThan(50);
  expect(taking).toEqual([]);
});
