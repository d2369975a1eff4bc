import { readFile } from 'node:fs/promises';
import type { Environment } from '#server/cli.ts';
import { misuse, refuse } from '#server/commands/print.ts';
import { withDatabase } from '#server/commands/with-database.ts';
import type { Config } from '#server/config.ts';
import {
  identityKeyPlace,
  revokeIdentityKey,
  saveIdentityKey,
} from '#server/features/requesters/identity-keys.repository.ts';
import type { identityKeys } from '#server/features/requesters/identity-keys.table.ts';
import { tenantExists } from '#server/features/tenants/tenants.repository.ts';
import { readSecretBox } from '#server/secret-key.ts';

interface Options {
  readonly vendor?: string;
  readonly issuer?: string;
  readonly publicJwk?: string;
  readonly secretFile?: string;
}

type KeyMaterial = Pick<
  typeof identityKeys.$inferInsert,
  'algorithm' | 'publicJwk' | 'sealedSecret'
>;

const secretBytesLeast = 32;

/** `reglament keys add KID …`, `reglament keys revoke KID --vendor V`. A secret is read from a file only. */
export async function keysCommand(
  env: Environment,
  action: string,
  kid: string,
  options: Options,
): Promise<number> {
  const { vendor, issuer } = options;
  if ((action !== 'add' && action !== 'revoke') || !vendor) {
    return misuse('Say `keys add KID --vendor VENDOR …` or `keys revoke KID --vendor VENDOR`.');
  }
  if (action === 'add' && (!issuer || Boolean(options.publicJwk) === Boolean(options.secretFile))) {
    return misuse('`keys add` needs --issuer and one of --public-jwk and --secret-file.');
  }
  return withDatabase(env, async (db, config) => {
    if (!(await tenantExists(db, vendor))) return refuse(`There is no vendor ${vendor}.`);
    const at = new Date();
    if (action === 'revoke') {
      const revoked = await revokeIdentityKey(db, vendor, kid, at);
      return revoked ? 0 : refuse(`${vendor} has no key ${kid}.`);
    }
    const material = await readKeyMaterial(config, identityKeyPlace(vendor, kid), options);
    if (typeof material === 'string') return refuse(material);
    await saveIdentityKey(db, {
      tenantId: vendor,
      kid,
      issuer: issuer ?? '',
      createdAt: at,
      ...material,
    });
    console.log(`Tokens signed with key ${kid} vouch for users of ${vendor}.`);
    return 0;
  });
}

/** The key, or a sentence saying why the file cannot be one. */
async function readKeyMaterial(
  config: Config,
  place: string,
  { publicJwk, secretFile }: Options,
): Promise<KeyMaterial | string> {
  if (secretFile) {
    const secret = (await readFile(secretFile, 'utf8')).trim();
    if (Buffer.byteLength(secret) < secretBytesLeast)
      return `The secret is shorter than ${secretBytesLeast} bytes.`;
    const box = await readSecretBox(config);
    return { algorithm: 'HS256', sealedSecret: box.seal(secret, place) };
  }
  const { kty, crv, x } = JSON.parse(await readFile(publicJwk ?? '', 'utf8')) as Record<
    string,
    unknown
  >;
  if (kty !== 'OKP' || crv !== 'Ed25519' || typeof x !== 'string')
    return 'The file holds no Ed25519 public key.';
  return { algorithm: 'EdDSA', publicJwk: { kty, crv, x } };
}
