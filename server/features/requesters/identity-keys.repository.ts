import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { importJWK } from 'jose';
import type { Database } from '#server/db/connect.ts';
import type { SealedCell } from '#server/reseal.ts';
import type { SecretBox } from '#server/secret-box.ts';
import type { VerificationKey } from '#server/features/requesters/host-token.ts';
import {
  identityKeys,
  type IdentityKeyRow,
} from '#server/features/requesters/identity-keys.table.ts';

const keptMs = 5000;

/** What a sealed secret is bound to: it opens for this tenant and key alone. */
export const identityKeyPlace = (tenantId: string, kid: string): string =>
  `${tenantId}|identity_keys|${kid}`;

/**
 * Finds a tenant's key by id. Keys are kept for five seconds, which is how long a revoked one may
 * still verify.
 */
export function identityKeyFinder(db: Database, secretBox: SecretBox, now: () => number) {
  const kept = new Map<
    string,
    { readonly until: number; readonly key: VerificationKey | undefined }
  >();
  return async (tenantId: string, kid: string): Promise<VerificationKey | undefined> => {
    const place = identityKeyPlace(tenantId, kid);
    const known = kept.get(place);
    if (known && known.until > now()) return known.key;
    const key = await readKey(db, secretBox, tenantId, kid);
    if (kept.size > 1000) kept.clear();
    kept.set(place, { until: now() + keptMs, key });
    return key;
  };
}

async function readKey(
  db: Database,
  secretBox: SecretBox,
  tenantId: string,
  kid: string,
): Promise<VerificationKey | undefined> {
  const [row] = await db
    .select()
    .from(identityKeys)
    .where(
      and(
        eq(identityKeys.tenantId, tenantId),
        eq(identityKeys.kid, kid),
        isNull(identityKeys.revokedAt),
      ),
    );
  return row && toVerificationKey(row, secretBox);
}

async function toVerificationKey(
  row: IdentityKeyRow,
  secretBox: SecretBox,
): Promise<VerificationKey> {
  const { algorithm, issuer } = row;
  if (algorithm === 'EdDSA' && row.publicJwk) {
    return { algorithm, issuer, key: await importJWK({ ...row.publicJwk }, 'EdDSA') };
  }
  const secret = secretBox.open(row.sealedSecret ?? '', identityKeyPlace(row.tenantId, row.kid));
  return { algorithm, issuer, key: Buffer.from(secret, 'utf8') };
}

/** Registers a key; the same tenant and kid again replaces it. */
export async function saveIdentityKey(
  db: Database,
  row: typeof identityKeys.$inferInsert,
): Promise<void> {
  await db
    .insert(identityKeys)
    .values(row)
    .onConflictDoUpdate({ target: [identityKeys.tenantId, identityKeys.kid], set: row });
}

/** Ends a key; false when the tenant has no such key in use. */
export async function revokeIdentityKey(
  db: Database,
  tenantId: string,
  kid: string,
  at: Date,
): Promise<boolean> {
  const revoked = await db
    .update(identityKeys)
    .set({ revokedAt: at })
    .where(
      and(
        eq(identityKeys.tenantId, tenantId),
        eq(identityKeys.kid, kid),
        isNull(identityKeys.revokedAt),
      ),
    )
    .returning({ kid: identityKeys.kid });
  return revoked.length > 0;
}

/** Every shared secret, as it is sealed now. */
export async function sealedIdentityKeys(db: Database): Promise<SealedCell[]> {
  const rows = await db.select().from(identityKeys).where(isNotNull(identityKeys.sealedSecret));
  return rows.map(({ tenantId, kid, sealedSecret }) => ({
    place: identityKeyPlace(tenantId, kid),
    sealed: sealedSecret ?? '',
    replace: async (next) => {
      await db
        .update(identityKeys)
        .set({ sealedSecret: next })
        .where(
          and(
            eq(identityKeys.tenantId, tenantId),
            eq(identityKeys.kid, kid),
            eq(identityKeys.sealedSecret, sealedSecret ?? ''),
          ),
        );
    },
  }));
}
