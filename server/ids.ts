import { randomBytes } from 'node:crypto';

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** What an id is of. */
type IdPrefix =
  | 'tck'
  | 'msg'
  | 'att'
  | 'upl'
  | 'req'
  | 'rqr'
  | 'org'
  | 'shf'
  | 'int'
  | 'tim'
  | 'ord'
  | 'acc'
  | 'gst'
  | 'mtg'
  | 'atk'
  | 'art'
  | 'chk'
  | 'prb'
  | 'ann'
  | 'svy'
  | 'wav'
  | 'key'
  | 'whk'
  | 'vpw'
  | 'rel'
  | 'kpr'
  | 'adv';

/** What can differ from run to run, passed in so that tests can fix it. */
export interface Ids {
  /** A new id that sorts by time: `tck_01k…`. */
  next(prefix: IdPrefix): string;
  /** A code that a person can read out: no letters that look alike. */
  code(): string;
  /** 256 bits for links and sessions, base64url. */
  secret(): string;
}

/**
 * @param now epoch milliseconds
 * @param bytes cryptographically strong bytes
 */
export function createIds(now: () => number, bytes: (size: number) => Uint8Array): Ids {
  const letters = (random: Uint8Array) =>
    Array.from(random, (byte) => alphabet[byte & 31]).join('');
  const timeLetters = (at: number) =>
    Array.from(
      { length: 10 },
      (_, index) => alphabet[Math.floor(at / 32 ** (9 - index)) % 32],
    ).join('');
  return {
    next: (prefix) => `${prefix}_${timeLetters(now())}${letters(bytes(16))}`,
    code: () => letters(bytes(8)).toUpperCase().replaceAll('0', 'X').replaceAll('1', 'Y'),
    secret: () => Buffer.from(bytes(32)).toString('base64url'),
  };
}

const poolBytes = 4096;

/** Strong bytes drawn from the system a page at a time: a call for each id costs more than the id. */
function pooledBytes(): (size: number) => Uint8Array {
  let pool = new Uint8Array();
  let used = 0;
  return (size) => {
    if (used + size > pool.length) {
      pool = randomBytes(Math.max(poolBytes, size));
      used = 0;
    }
    used += size;
    return pool.slice(used - size, used);
  };
}

/** The ids of a running process. */
export const systemIds: Ids = createIds(Date.now, pooledBytes());
