import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { fail, succeed, type Result } from '#shared/result.ts';
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
import { whyUnread } from '#server/why-unread.ts';

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
    if (!material.ok) return refuse(material.failure);
    await saveIdentityKey(db, {
      tenantId: vendor,
      kid,
      issuer: issuer ?? '',
      createdAt: at,
      ...material.value,
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
): Promise<Result<KeyMaterial, string>> {
  const file = secretFile ?? publicJwk ?? '';
  const read = await readFile(file, 'utf8').then(succeed, (error) => fail(whyUnread(error)));
  if (!read.ok) return fail(`The key cannot be taken from ${file}: ${read.failure}.`);
  if (!secretFile) {
    const key = ed25519Of(read.value);
    return key
      ? succeed({ algorithm: 'EdDSA', publicJwk: key })
      : fail('The file holds no Ed25519 public key.');
  }
  const secret = read.value.trim();
  if (Buffer.byteLength(secret) < secretBytesLeast)
    return fail(`The secret is shorter than ${secretBytesLeast} bytes.`);
  const box = await readSecretBox(config);
  return succeed({ algorithm: 'HS256', sealedSecret: box.seal(secret, place) });
}

const ed25519 = z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string() });

/** The public part of a key's JSON; undefined when it is something else. */
function ed25519Of(text: string): z.infer<typeof ed25519> | undefined {
  try {
    return ed25519.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
