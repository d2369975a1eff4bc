import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Seals small secrets for the database. The key stays outside of it. */
export interface SecretBox {
  /** @param place what the secret belongs to, e.g. `modme|identity_keys|k1`; opening elsewhere fails */
  seal(secret: string, place: string): string;
  /** @throws Error when the text was changed, moved to another place or sealed with another key */
  open(sealed: string, place: string): string;
}

/**
 * AES-256-GCM with the place as additional data.
 *
 * @param key 32 bytes
 */
export function createSecretBox(key: Buffer): SecretBox {
  return {
    seal(secret, place) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place));
      const body = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
    },
    open(sealed, place) {
      const bytes = Buffer.from(sealed, 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
        .setAAD(Buffer.from(place))
        .setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString(
        'utf8',
      );
    },
  };
}
