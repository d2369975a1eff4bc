import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, importJWK, SignJWT, type JWK } from 'jose';
import type { Database } from '#server/db/connect.ts';
import { saveIdentityKey } from '#server/features/requesters/identity-keys.repository.ts';

const lifetimeSeconds = 3600;

/** Host names under which the demo's products vouch for their users. */
const demoIssuer = (vendor: string): string => `https://${vendor}.example`;

/** Whom a token is about, and whatever else it says. */
export type HostTokenClaims = { readonly sub: string } & Readonly<object>;

/** Signs who a demo person is, as the vendor's own backend would. */
export type SignAsHost = (vendor: string, claims: HostTokenClaims) => Promise<string>;

/**
 * Keys of the demo's host products: made once, private halves in the data folder, public halves
 * registered with the vendors.
 *
 * @param now epoch milliseconds
 */
export async function demoHostKeys(
  folder: string,
  db: Database,
  vendors: readonly string[],
  now: () => number,
): Promise<SignAsHost> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const keys = new Map<string, JWK>();
  for (const vendor of vendors) {
    const jwk = await readOrMakeKey(folder, vendor);
    keys.set(vendor, jwk);
    const { kty, crv, x } = jwk;
    await saveIdentityKey(db, {
      tenantId: vendor,
      kid: 'demo',
      algorithm: 'EdDSA',
      issuer: demoIssuer(vendor),
      publicJwk: { kty: String(kty), crv: String(crv), x: String(x) },
      createdAt: new Date(now()),
    });
  }
  return async (vendor, claims) => {
    const key = keys.get(vendor);
    if (!key) throw new RangeError('no such vendor in the demo');
    return signHostToken(key, vendor, claims, now());
  };
}

/**
 * A token in the profile that the server verifies, good for an hour.
 *
 * @param now epoch milliseconds
 */
export async function signHostToken(
  key: JWK,
  vendor: string,
  claims: HostTokenClaims,
  now: number,
): Promise<string> {
  const issuedAt = Math.floor(now / 1000);
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'EdDSA', kid: 'demo', typ: 'JWT' })
    .setIssuer(demoIssuer(vendor))
    .setAudience(`desk:${vendor}`)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + lifetimeSeconds)
    .sign(await importJWK(key, 'EdDSA'));
}

/**
 * The private key of a demo product; undefined before the demo has made it.
 *
 * @throws Error when there is a file and it cannot be read
 */
export async function readHostKey(folder: string, vendor: string): Promise<JWK | undefined> {
  try {
    return JSON.parse(await readFile(join(folder, `${vendor}.json`), 'utf8')) as JWK;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

async function readOrMakeKey(folder: string, vendor: string): Promise<JWK> {
  const known = await readHostKey(folder, vendor);
  if (known) return known;
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const jwk = await exportJWK(privateKey);
  await writeFile(join(folder, `${vendor}.json`), JSON.stringify(jwk), { mode: 0o600, flag: 'wx' });
  return jwk;
}
