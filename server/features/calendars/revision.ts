import { createHash } from 'node:crypto';

/** Names a calendar's content, in labels and events: 8 hexadecimal digits of its SHA-256. */
export const revisionOf = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 8);
