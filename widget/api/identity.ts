import type { Identity } from '#widget/handle.ts';
import type { KeyedStorage } from '#widget/storage.ts';

/** Who asks: the host's signed token where one is given, else the secret of this device. */
export interface TokenSource {
  /**
   * The `Authorization` token; undefined when nobody is known yet and `need` is not set.
   *
   * @throws where the host does not say at present who is there
   */
  token(need: boolean): Promise<string | undefined>;
  /** The host's own; undefined where it vouches for nobody. @throws as `token` does */
  vouched(): Promise<string | undefined>;
  /** Whether a request for own tickets could find any. */
  known(): boolean;
  /** Nobody is vouched for where none is given: the person is then known by the secret of this device. */
  identify(identity: Identity | undefined): void;
  /** Drops the cached token after a rejection; true when a fresh one can be asked for. */
  refresh(): boolean;
}

const minuteMs = 60_000;

/** Expiry of a JWT in epoch milliseconds; infinity where it states none or cannot be read. */
export function expiryOf(token: string): number {
  try {
    const payload = token.split('.')[1] ?? '';
    const { exp } = JSON.parse(atob(payload.replace(/-/g, '+').replace(/_/g, '/')));
    return exp * 1000 || Infinity;
  } catch {
    return Infinity;
  }
}

/** What may stand in an `Authorization` header (RFC 6750, 2.1): the page of a sign-in may not. */
const tokenShape = /^[\w.~+/-]+=*$/;

function newDeviceSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  const text = btoa(String.fromCharCode(...bytes));
  return `dev_${text.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')}`;
}

export function tokenSource(storage: KeyedStorage, now: () => number): TokenSource {
  let identity: Identity | undefined;
  let cached: Promise<string> | undefined;

  const fresh = async (ask: () => Promise<string>) => {
    const token = await (cached ??= ask());
    if (expiryOf(token) - now() > minuteMs) return token;
    // somebody else may be here by now
    return ask === identity ? (cached = ask()) : ask();
  };

  /** What is no token, and nobody's, is not kept: the host may know more the next time. */
  async function vouched() {
    let good = false;
    try {
      const token = typeof identity === 'function' ? await fresh(identity) : identity;
      if (!token) return undefined;
      good = tokenShape.test(token);
      if (good) return token;
      throw new Error('identify gave no token');
    } catch (fault) {
      console.warn('reglament:', fault);
      throw fault;
    } finally {
      if (!good) cached = undefined;
    }
  }

  return {
    vouched,
    async token(need) {
      const token = await vouched();
      if (token) return token;
      const device = storage.get('device');
      if (device || !need) return device;
      const secret = newDeviceSecret();
      storage.set('device', secret);
      return secret;
    },
    known: () => identity !== undefined || storage.get('device') !== undefined,
    identify(next) {
      identity = next || undefined;
      cached = undefined;
    },
    refresh() {
      cached = undefined;
      return typeof identity === 'function';
    },
  };
}
