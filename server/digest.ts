import { createHash } from 'node:crypto';

/** SHA-256 in base64url: how tokens are kept and requests are compared. */
export const sha256 = (text: string): string =>
  createHash('sha256').update(text).digest('base64url');

/** The same digest as people compare it: in hex, as `sha256sum` prints it. */
export const digestInHex = (digest: string): string =>
  Buffer.from(digest, 'base64url').toString('hex');
