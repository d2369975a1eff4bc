import { createHash } from 'node:crypto';

/**
 * What the event log keeps of words: a digest that says nothing once the salt is gone.
 *
 * @param parts the words, and whatever else was said with them, in a fixed order
 * @returns sha256 in hex
 */
export const contentDigest = (salt: string, ...parts: readonly unknown[]): string =>
  createHash('sha256')
    .update(JSON.stringify([salt, ...parts]))
    .digest('hex');
