import { CompactSign, importJWK, type CryptoKey, type JWK } from 'jose';
import type { Database } from '#server/db/connect.ts';
import type { SecretBox } from '#server/secret-box.ts';
import { makeSigningKey } from '#server/features/vendor-keys/make-signing-key.ts';
import {
  addSigningKey,
  findSigningKey,
  vendorKeyPlace,
} from '#server/features/vendor-keys/vendor-keys.repository.ts';
import type { VendorKeyRow } from '#server/features/vendor-keys/vendor-keys.table.ts';

/**
 * Signs what a vendor says as a compact JWS (EdDSA).
 *
 * @param kind of what is signed, the JWS's `typ`: a receipt never passes for a statement
 */
export type SignAsVendor = (
  tenantId: string,
  kind: 'receipt' | 'statement',
  text: string,
) => Promise<string>;

interface Signer {
  readonly kid: string;
  readonly key: CryptoKey | Uint8Array;
}

/** How long a key is held before it is asked whether another one signs by now, milliseconds. */
export const heldMs = 60_000;

/** Signs with each vendor's own Ed25519 key, which is made when the first thing is signed. */
export function vendorSigner(db: Database, secretBox: SecretBox, now: () => number): SignAsVendor {
  const held = new Map<string, { readonly signer: Promise<Signer>; readonly until: number }>();
  const signerOf = (tenantId: string): Promise<Signer> => {
    const known = held.get(tenantId);
    if (known && now() < known.until) return known.signer;
    const signer = keyOf(tenantId).then((row) => toSigner(row, secretBox));
    held.set(tenantId, { signer, until: now() + heldMs });
    signer.catch(() => held.delete(tenantId));
    return signer;
  };
  return async (tenantId, kind, text) => {
    const { kid, key } = await signerOf(tenantId);
    return new CompactSign(new TextEncoder().encode(text))
      .setProtectedHeader({ alg: 'EdDSA', kid, typ: `reglament-${kind}` })
      .sign(key);
  };

  async function keyOf(tenantId: string): Promise<VendorKeyRow> {
    const known = await findSigningKey(db, tenantId);
    if (known) return known;
    await addSigningKey(db, await makeSigningKey(secretBox, tenantId, new Date(now())));
    const kept = await findSigningKey(db, tenantId);
    if (!kept) throw new Error(`${tenantId} has no key to sign with`);
    return kept;
  }
}

async function toSigner(
  { tenantId, kid, sealedPrivate }: VendorKeyRow,
  secretBox: SecretBox,
): Promise<Signer> {
  const jwk = JSON.parse(secretBox.open(sealedPrivate, vendorKeyPlace(tenantId, kid))) as JWK;
  return { kid, key: await importJWK(jwk, 'EdDSA') };
}
