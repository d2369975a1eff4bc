import { createHash } from 'node:crypto';

/** SHA-256 in base64url: how tokens are kept and requests are compared. */
export const sha256 = (text: string): string =>
  createHash('sha256').update(text).digest('base64url');
