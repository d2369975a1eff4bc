import {
  calculateJwkThumbprint,
  CompactSign,
  exportJWK,
  generateKeyPair,
  importJWK,
  type CryptoKey,
  type JWK,
} from 'jose';
import type { Database } from '#server/db/connect.ts';
import type { SecretBox } from '#server/secret-box.ts';
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

/** Signs with each vendor's own Ed25519 key, which is made when the first thing is signed. */
export function vendorSigner(db: Database, secretBox: SecretBox, now: () => number): SignAsVendor {
  const signers = new Map<string, Promise<Signer>>();
  const signerOf = (tenantId: string): Promise<Signer> => {
    const known = signers.get(tenantId);
    if (known) return known;
    const found = keyOf(tenantId).then((row) => toSigner(row, secretBox));
    signers.set(tenantId, found);
    found.catch(() => signers.delete(tenantId));
    return found;
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
    const { publicKey, privateKey } = await generateKeyPair('EdDSA', { extractable: true });
    const publicJwk = await exportJWK(publicKey);
    const kid = await calculateJwkThumbprint(publicJwk);
    const secret = JSON.stringify(await exportJWK(privateKey));
    await addSigningKey(db, {
      tenantId,
      kid,
      publicJwk,
      sealedPrivate: secretBox.seal(secret, vendorKeyPlace(tenantId, kid)),
      createdAt: new Date(now()),
    });
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
