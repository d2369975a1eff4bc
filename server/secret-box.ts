import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
} from 'node:crypto';

/** Seals small secrets for the database. The keys stay outside of it. */
export interface SecretBox {
  /** @param place what the secret belongs to, see `sealPlace`; opening elsewhere fails */
  seal(secret: string, place: string): string;
  /** @throws Error when the text was changed, moved to another place or sealed with an unknown key */
  open(sealed: string, place: string): string;
  /** Whether a text was sealed with another key than the one that seals now. */
  isStale(sealed: string): boolean;
  /**
   * Digest of a text under the key, base64url. What is guessed cannot be tried without the key, as it
   * could be on a plain digest of a short password.
   */
  fingerprint(text: string): string;
}

/** What one column of one row is bound to when it is sealed. */
export const sealPlace = (tenantId: string, table: string, rowId: string, column: string): string =>
  [tenantId, table, rowId, column].join('|');

/**
 * AES-256-GCM with the place as additional data; the id of the key stands before the text.
 *
 * @param key 32 bytes; seals and opens
 * @param oldKeys only open what they sealed before
 */
export function createSecretBox(key: Buffer, oldKeys: readonly Buffer[] = []): SecretBox {
  const keys = [key, ...oldKeys].map((bytes) => ({ id: keyIdOf(bytes), bytes }));
  const current = keyIdOf(key);
  const fingerprintKey = Buffer.from(hkdfSync('sha256', key, '', 'reglament fingerprint', 32));
  return {
    seal: (secret, place) => `${current}.${encrypt(key, secret, place)}`,
    open(sealed, place) {
      const { keyId, text } = partsOf(sealed);
      // an earlier release named no key
      for (const { id, bytes } of keys) {
        if (keyId !== undefined && keyId !== id) continue;
        const secret = decrypt(bytes, text, place);
        if (secret !== undefined) return secret;
      }
      throw new Error(`no key opens what is sealed at ${place}`);
    },
    isStale: (sealed) => partsOf(sealed).keyId !== current,
    fingerprint: (text) => createHmac('sha256', fingerprintKey).update(text).digest('base64url'),
  };
}

/** Eight hexadecimal digits that tell a key from another and nothing about it. */
const keyIdOf = (key: Buffer): string =>
  createHash('sha256').update('reglament key id').update(key).digest('hex').slice(0, 8);

function partsOf(sealed: string): { readonly keyId: string | undefined; readonly text: string } {
  const dot = sealed.indexOf('.');
  return dot < 0
    ? { keyId: undefined, text: sealed }
    : { keyId: sealed.slice(0, dot), text: sealed.slice(dot + 1) };
}

const nonceBytes = 12;
const tagBytes = 16;

function encrypt(key: Buffer, secret: string, place: string): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place));
  const body = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
}

/** Undefined where the key, the place or the text is another one. */
function decrypt(key: Buffer, text: string, place: string): string | undefined {
  const bytes = Buffer.from(text, 'base64url');
  const bodyFrom = nonceBytes + tagBytes;
  if (bytes.length < bodyFrom) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes))
    .setAAD(Buffer.from(place))
    .setAuthTag(bytes.subarray(nonceBytes, bodyFrom));
  const body = decipher.update(bytes.subarray(bodyFrom));
  try {
    return Buffer.concat([body, decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}
