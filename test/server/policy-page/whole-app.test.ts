import { afterAll, beforeAll, expect, test } from 'vitest';
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

test('S0.2.1 PUB: the running server shows every vendor to anybody, by its own stricter rules', async () => {
  const { vendors } = server.deps.policies;
  for (const vendor of vendors) {
    const answer = await fetch(`${server.url}/policy/${vendor}`);

    expect(answer.status).toBe(200);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(answer.headers.get('content-security-policy')).toContain(
      "default-src 'none'; style-src",
    );
    expect(answer.headers.get('content-security-policy')).not.toContain('script-src');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  }
  expect(vendors).toHaveLength(5);
});

test('the stylesheet of the page is served, and a vendor nobody knows is not', async () => {
  const sheet = await fetch(`${server.url}/policy/policy.css`);
  const nobody = await fetch(`${server.url}/policy/nobody`);

  expect(sheet.status).toBe(200);
  expect(nobody.status).toBe(404);
  expect(await nobody.json()).toMatchObject({ code: 'request.not_found' });
});

test('a tag holds over the wire, for a look without a body as well', async () => {
  const address = `${server.url}/policy/policy.css`;
  const tag = (await fetch(address, { method: 'HEAD' })).headers.get('etag') ?? '';
  const again = await fetch(address, { headers: { 'if-none-match': tag } });

  expect(tag).not.toBe('');
  expect(again.status).toBe(304);
});
