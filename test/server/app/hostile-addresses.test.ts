import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '#server/app.ts';
import { codeOf, deskApi, device, errorRequest, requesterApi } from '#test/support/api.ts';
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

test.each([
  '/v1/tickets/%00',
  '/v1/tickets/a%00b',
  '/v1/attachments/%00',
  '/v1/widgets/%00',
  '/v1/tickets/x?locale=%00',
  '/policy/modme?edition=%00',
])('NUL in the address %s is the sender’s mistake', async (path) => {
  const refused = await requesterApi(server).get(path);

  expect(await codeOf(refused)).toEqual([400, 'request.bad_text']);
});

test('NUL in an address of the desk is the sender’s mistake too', async () => {
  const desk = await deskApi(server);

  expect(await codeOf(await desk.get('modme', '/tickets/%00'))).toEqual([400, 'request.bad_text']);
});

test.each([
  '/widget/%ff.js',
  '/widget/%E0%A4%A.js',
  '/desk/assets/%ff.js',
  '/demo/assets/%ff.js',
  '/widget/..%5c..%5cpackage.json',
])('there is nothing at %s', async (path) => {
  const refused = await fetch(server.url + path);

  expect(await codeOf(refused)).toEqual([404, 'request.not_found']);
});

test('a fault is logged with its request and without anything that a person wrote', async () => {
  const lines: string[] = [];
  const log = pino({ level: 'error' }, { write: (line: string) => void lines.push(line) });
  const app = createApp({ ...server.deps, log });
  const api = requesterApi(server);
  const { id } = await api.open();
  await database.client.unsafe(
    `alter table messages add constraint no_secrets check (text not like '%4111%') not valid`,
  );
  const send = (path: string, body: object) =>
    app.request(path, {
      method: 'POST',
      headers: {
        'x-widget-key': 'modme',
        authorization: `Bearer ${device()}`,
        'content-type': 'application/json',
        'idempotency-key': `fault ${path}`.replaceAll(' ', '-'),
      },
      body: JSON.stringify(body),
    });
  const reply = await send(`/v1/tickets/${id}/messages`, { text: 'Карта 4111 1111' });
  const opened = await send('/v1/tickets', {
    ...errorRequest,
    answers: { ...errorRequest.answers, did: 'Карта 4111 1111' },
  });
  await database.client.unsafe('alter table messages drop constraint no_secrets');

  expect(await codeOf(reply)).toEqual([500, 'service.fault']);
  expect(await codeOf(opened)).toEqual([500, 'service.fault']);
  expect(lines).toHaveLength(2);
  for (const [index, response] of [reply, opened].entries()) {
    const line = lines[index] ?? '';
    expect(line).toContain('23514');
    expect(line).not.toContain('4111');
    expect(line).not.toContain(device());
    expect(JSON.parse(line).requestId).toBe(response.headers.get('x-request-id'));
  }
});
