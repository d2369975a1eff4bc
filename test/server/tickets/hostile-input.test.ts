import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeOf, errorRequest, requesterApi } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

let database: TestDatabase;
let server: TestServer;

beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database);
});
afterAll(async () => {
  const [row] = await database.client.unsafe<{ n: number }[]>(
    'select count(*)::int as n from tickets',
  );
  // of all the requests here only the one that fits left anything behind
  expect(row?.n).toBe(1);
  await server.close();
  await database.drop();
});

const request = JSON.stringify(errorRequest);
const withDid = (json: string) => request.replace('"Принял оплату"', json);
const deep = (levels: number) => withDid(`${'['.repeat(levels)}${']'.repeat(levels)}`);

test.each<[string, string | Uint8Array, number, string]>([
  ['broken JSON', '{"category":', 400, 'request.malformed'],
  ['nothing', '', 400, 'request.malformed'],
  ['null', 'null', 400, 'request.malformed'],
  ['an array', '[]', 400, 'request.malformed'],
  ['a string', '"text"', 400, 'request.malformed'],
  ['an empty object', '{}', 400, 'request.invalid'],
  ['an unknown field', request.replace('{', '{"priority":"critical",'), 400, 'request.invalid'],
  ['a field of a tenant', request.replace('{', '{"tenantId":"didox24",'), 400, 'request.invalid'],
  [
    'a polluted prototype',
    request.replace('{', '{"__proto__":{"admin":true},'),
    400,
    'request.invalid',
  ],
  ['an object for a text', withDid('{"a":1}'), 400, 'request.invalid'],
  ['a number for a text', withDid('7'), 400, 'request.invalid'],
  ['null for a text', withDid('null'), 400, 'request.invalid'],
  ['NUL', withDid('"a\\u0000b"'), 400, 'request.bad_text'],
  ['an unpaired surrogate', withDid('"a\\ud800b"'), 400, 'request.bad_text'],
  [
    'an unpaired surrogate in a key',
    request.replace('"did"', '"d\\udc00"'),
    400,
    'request.bad_text',
  ],
  ['bytes that are no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]), 400, 'request.bad_text'],
  ['100 000 levels of nesting', deep(100_000), 400, 'request.invalid'],
  ['10 MB of text', withDid(JSON.stringify('я'.repeat(5_000_000))), 413, 'request.too_large'],
  ['a text above its limit', withDid(JSON.stringify('a'.repeat(20_001))), 400, 'request.invalid'],
  ['an unknown category', request.replace('"error"', '"nothing"'), 400, 'category.unknown'],
  ['an unknown answer', request.replace('"did"', '"other"'), 400, 'field.unknown'],
  ['steps that are no list', request.replace('"did":', '"steps":'), 400, 'request.invalid'],
  ['an unknown language', request.replace('"ru"', '"xx"'), 400, 'request.invalid'],
  [
    'a file nobody uploaded',
    request.replace('{', '{"attachments":["att_unknown"],'),
    404,
    'attachment.not_found',
  ],
])('%s is refused with a code', async (_case, body, status, code) => {
  expect(await codeOf(await requesterApi(server).post('/v1/tickets', body))).toEqual([
    status,
    code,
  ]);
});

test.each<[string, Record<string, string>, number, string]>([
  ['text/plain', { 'content-type': 'text/plain' }, 415, 'request.wrong_content_type'],
  [
    'a form',
    { 'content-type': 'application/x-www-form-urlencoded' },
    415,
    'request.wrong_content_type',
  ],
  ['no vendor', { 'x-widget-key': '' }, 404, 'widget.unknown'],
  ['an unknown vendor', { 'x-widget-key': '../modme' }, 404, 'widget.unknown'],
  ['a blank idempotency key', { 'idempotency-key': ' ' }, 400, 'idempotency_key.missing'],
  [
    'an idempotency key of 8 KB',
    { 'idempotency-key': 'k'.repeat(8000) },
    400,
    'idempotency_key.missing',
  ],
  ['a foreign origin', { origin: 'https://evil.example' }, 403, 'origin.not_allowed'],
  ['the origin null', { origin: 'null' }, 403, 'origin.not_allowed'],
  [
    'an origin that only begins like ours',
    { origin: 'http://127.0.0.1.evil.example' },
    403,
    'origin.not_allowed',
  ],
  ['a broken authorization', { authorization: 'Bearer' }, 401, 'identity.rejected'],
  ['a basic authorization', { authorization: 'Basic YTpi' }, 401, 'identity.rejected'],
  ['a short device secret', { authorization: 'Bearer dev_short' }, 401, 'identity.rejected'],
])('%s is refused before anything runs', async (_case, headers, status, code) => {
  const response = await requesterApi(server).post('/v1/tickets', errorRequest, { headers });

  expect(await codeOf(response)).toEqual([status, code]);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
});

test('a missing idempotency key has its own code', async () => {
  const response = await fetch(`${server.url}/v1/tickets`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-widget-key': 'modme' },
    body: request,
  });

  expect(await codeOf(response)).toEqual([400, 'idempotency_key.missing']);
});

test('a refusal names the fields and never repeats their values', async () => {
  const secret = 'не-показывать-4111111111111111';
  const response = await requesterApi(server).post('/v1/tickets', {
    ...errorRequest,
    answers: { did: { nested: secret } },
    [secret]: 1,
  });
  const { fields } = (await response.clone().json()) as { fields: string[] };

  expect(fields).toContain('answers.did');
  expect((await response.text()).replace(/"fields":\[.*?\]/, '')).not.toContain(secret);
});

test.each([
  ['of 10 MB', 10_000_000, 413],
  ['that fits', 0, 201],
])('a body without a declared length %s is counted on the way', async (_case, padding, status) => {
  const text = `${' '.repeat(padding)}${request}`;
  const response = await fetch(`${server.url}/v1/tickets`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-widget-key': 'modme',
      authorization: `Bearer dev_${'A'.repeat(43)}`,
      'idempotency-key': `chunked-${status}`,
    },
    body: new Blob([text]).stream(),
    duplex: 'half',
  } as RequestInit);

  expect(response.status).toBe(status);
});

test('a request that lacks what the regulation demands is told fields, clause and the next step', async () => {
  const response = await requesterApi(server).post('/v1/tickets', { ...errorRequest, answers: {} });

  expect(response.status).toBe(422);
  expect(await response.json()).toMatchObject({
    code: 'fields.missing',
    fields: expect.arrayContaining(['answers.did']),
    clause: expect.stringMatching(/^\d/),
    nextStep: { code: 'complete_request' },
  });
});
