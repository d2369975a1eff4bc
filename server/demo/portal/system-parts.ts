import { randomBytes } from 'node:crypto';

/** So many random hex digits, of the system's own chance. */
export const systemHex = (digits: number): string =>
  randomBytes(Math.ceil(digits / 2))
    .toString('hex')
    .slice(0, digits);
