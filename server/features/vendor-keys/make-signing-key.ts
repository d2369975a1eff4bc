import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import { vendorKeyPlace } from '#server/features/vendor-keys/vendor-keys.repository.ts';
import type { VendorKeyRow } from '#server/features/vendor-keys/vendor-keys.table.ts';
import type { SecretBox } from '#server/secret-box.ts';

/** A new Ed25519 key of a vendor, its private half sealed; not stored yet. */
export async function makeSigningKey(
  secretBox: SecretBox,
  tenantId: string,
  createdAt: Date,
): Promise<VendorKeyRow> {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  const publicJwk = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(publicJwk);
  const secret = JSON.stringify(await exportJWK(privateKey));
  const sealedPrivate = secretBox.seal(secret, vendorKeyPlace(tenantId, kid));
  return { tenantId, kid, publicJwk, sealedPrivate, createdAt, retiredAt: null };
}
