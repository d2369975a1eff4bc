import { generateKeyPair, exportJWK, SignJWT, type JWTPayload } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSecretBox } from '#server/secret-box.ts';
import {
  identityKeyPlace,
  revokeIdentityKey,
  saveIdentityKey,
} from '#server/features/requesters/identity-keys.repository.ts';
import { errorRequest, handClock, requesterApi } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

const clock = handClock('2026-11-20T10:00:00Z');
const issuer = 'https://crm.namuna.example';
const secret = 'a shared secret of thirty-two bytes!';
let database: TestDatabase;
let server: TestServer;
let privateKey: CryptoKey;

beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database, { now: clock.now });
  const pair = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  privateKey = pair.privateKey;
  const { kty, crv, x } = await exportJWK(pair.publicKey);
  const createdAt = new Date(clock.now());
  await saveIdentityKey(database.db, {
    tenantId: 'modme',
    kid: 'ed',
    algorithm: 'EdDSA',
    issuer,
    createdAt,
    publicJwk: { kty: String(kty), crv: String(crv), x: String(x) },
  });
  const box = createSecretBox(Buffer.alloc(32, 7));
  await saveIdentityKey(database.db, {
    tenantId: 'modme',
    kid: 'hs',
    algorithm: 'HS256',
    issuer,
    createdAt,
    sealedSecret: box.seal(secret, identityKeyPlace('modme', 'hs')),
  });
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

const seconds = () => Math.floor(clock.now() / 1000);
const claims = (): JWTPayload => ({
  iss: issuer,
  aud: 'desk:modme',
  sub: 'user-1',
  iat: seconds(),
  exp: seconds() + 600,
  name: 'Алишер',
});
const sign = (payload: object, header: object = {}) =>
  new SignJWT(payload as JWTPayload)
    .setProtectedHeader({ alg: 'EdDSA', kid: 'ed', ...header })
    .sign(privateKey);
const signShared = (payload: object) =>
  new SignJWT(payload as JWTPayload)
    .setProtectedHeader({ alg: 'HS256', kid: 'hs' })
    .sign(new TextEncoder().encode(secret));
const statusWith = async (bearer: string) =>
  (await requesterApi(server, { bearer }).get('/v1/tickets')).status;
const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

test.each([
  ['EdDSA', async () => sign(claims())],
  ['HS256 with a sealed secret', async () => signShared(claims())],
  [
    'a token issued 20 s ahead of our clock',
    async () => sign({ ...claims(), iat: seconds() + 20 }),
  ],
])('%s is accepted', async (_case, token) => {
  expect(await statusWith(await token())).toBe(200);
});

describe('a token is rejected', () => {
  test.each<[string, () => Promise<string>]>([
    [
      'without a signature',
      async () => `${base64({ alg: 'none', kid: 'ed' })}.${base64(claims())}.`,
    ],
    [
      'with alg none and a foreign signature',
      async () => `${base64({ alg: 'none', kid: 'ed' })}.${base64(claims())}.AAAA`,
    ],
    [
      'of another algorithm than the key',
      async () =>
        new SignJWT(claims())
          .setProtectedHeader({ alg: 'HS256', kid: 'ed' })
          .sign(new TextEncoder().encode(secret)),
    ],
    ['of an unknown key', async () => sign(claims(), { kid: 'other' })],
    ['without a key id', async () => sign(claims(), { kid: undefined })],
    ['for another vendor', async () => sign({ ...claims(), aud: 'desk:didox24' })],
    ['of another issuer', async () => sign({ ...claims(), iss: 'https://evil.example' })],
    [
      'that has expired',
      async () => sign({ ...claims(), iat: seconds() - 900, exp: seconds() - 60 }),
    ],
    ['that lives for a day', async () => sign({ ...claims(), exp: seconds() + 86_400 })],
    ['from the future', async () => sign({ ...claims(), iat: seconds() + 120 })],
    ['without a subject', async () => sign({ ...claims(), sub: undefined })],
    ['with a subject that is no text', async () => sign({ ...claims(), sub: { id: 1 } })],
    [
      'with an endless expiry',
      async () =>
        signRaw(`{"iss":"${issuer}","aud":"desk:modme","sub":"u","iat":${seconds()},"exp":1e999}`),
    ],
    ['without an expiry', async () => sign({ ...claims(), exp: undefined })],
    [
      'with an address that is none',
      async () => sign({ ...claims(), email: 'x@', email_verified: true }),
    ],
    ['with NUL in a name', async () => sign({ ...claims(), name: 'a\0b' })],
    [
      'changed after signing',
      async () =>
        (await sign(claims())).replace(/\.[^.]+\./, `.${base64({ ...claims(), sub: 'admin' })}.`),
    ],
  ])('%s', async (_case, token) => {
    expect(await statusWith(await token())).toBe(401);
  });
});

/** A payload as it stands, where JSON says more than JavaScript would write. */
async function signRaw(payload: string): Promise<string> {
  const head = `${base64({ alg: 'EdDSA', kid: 'ed' })}.${Buffer.from(payload).toString('base64url')}`;
  const signature = await crypto.subtle.sign('Ed25519', privateKey, Buffer.from(head));
  return `${head}.${Buffer.from(signature).toString('base64url')}`;
}

test('a revoked key verifies for five more seconds at the most', async () => {
  const token = await signShared(claims());
  expect(await statusWith(token)).toBe(200);
  await revokeIdentityKey(database.db, 'modme', 'hs', new Date(clock.now()));
  clock.set('2026-11-20T10:00:06Z');

  expect(await statusWith(token)).toBe(401);
});

test("another person of the same product does not see a ticket: it is not found, as one that isn't there", async () => {
  const mine = requesterApi(server, { bearer: await sign(claims()) });
  const { id } = await mine.open(errorRequest);
  const other = requesterApi(server, { bearer: await sign({ ...claims(), sub: 'user-2' }) });
  const bodies = await Promise.all(
    [`/v1/tickets/${id}`, '/v1/tickets/tck_none'].map(async (path) =>
      (await other.get(path)).text(),
    ),
  );

  expect(bodies[0]).toBe(bodies[1]);
  expect((await mine.get(`/v1/tickets/${id}`)).status).toBe(200);
});

test('a signed address of somebody else opens none of their tickets', async () => {
  const person = { ...claims(), email: 'a@namuna.example', email_verified: true };
  await requesterApi(server, { bearer: await sign(person) }).open(errorRequest);
  const stranger = requesterApi(server, { bearer: await sign({ ...person, sub: 'stranger' }) });
  const list = (await (await stranger.get('/v1/tickets')).json()) as { tickets: unknown[] };

  expect(list.tickets).toEqual([]);
});

test('only a proven address gets mail', async () => {
  await database.client.unsafe('delete from outbox');
  await requesterApi(server, {
    bearer: await sign({ ...claims(), email: 'typed@x.example' }),
  }).open(errorRequest);
  await requesterApi(server, {
    bearer: await sign({ ...claims(), email: 'proven@x.example', email_verified: true }),
  }).open(errorRequest);
  const rows = await database.client.unsafe<{ recipient: string }[]>(
    'select recipient from outbox',
  );

  expect(rows.map(({ recipient }) => recipient)).toEqual(['proven@x.example']);
});
