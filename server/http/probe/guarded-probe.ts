import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { askOnce, type AskOnce } from '#server/http/probe/ask-once.ts';
import type { Probe, ProbeFinding } from '#server/http/probe/probe-finding.ts';
import { readTarget, type ProbeTarget } from '#server/http/probe/probe-target.ts';
import { isPublicAddress } from '#server/http/probe/public-address.ts';

/** What a probe works with; the defaults are those of a running server. */
export interface ProbeParts {
  /** TCP ports that may be asked. */
  readonly ports: readonly number[];
  /** Every IP address of a name. */
  readonly resolve?: (host: string) => Promise<readonly string[]>;
  readonly mayReach?: (address: string) => boolean;
  readonly ask?: AskOnce;
  /** For the whole look, redirects included. */
  readonly deadlineMs?: number;
}

const mostRedirects = 3;

const addressesOf = async (host: string): Promise<readonly string[]> =>
  (await lookup(host, { all: true })).map(({ address }) => address);

/**
 * A probe that cannot be turned against the network it runs in. A name is looked up once, all its
 * addresses have to be public, and the connection goes to the very address that was judged; where a
 * redirect leads is judged the same way.
 */
export function guardedProbe({
  ports,
  resolve = addressesOf,
  mayReach = isPublicAddress,
  ask = askOnce,
  deadlineMs = 10_000,
}: ProbeParts): Probe {
  return async (url) => {
    const signal = AbortSignal.timeout(deadlineMs);
    let next = url;
    for (let hop = 0; hop <= mostRedirects; hop += 1) {
      const target = readTarget(next, ports);
      if (!target.ok) return { outcome: 'refused', reason: target.failure };
      const found = await visit(target.value, signal);
      if (typeof found !== 'string') return found;
      next = found;
    }
    return { outcome: 'unreachable', reason: 'redirects' };
  };

  /** What was found, or where the answer sends to. */
  async function visit(target: ProbeTarget, signal: AbortSignal): Promise<ProbeFinding | string> {
    const { host, url } = target;
    let addresses: readonly string[];
    try {
      addresses = isIP(host) ? [host] : await before(signal, resolve(host));
    } catch {
      return { outcome: 'unreachable', reason: signal.aborted ? 'deadline' : 'name' };
    }
    const [address] = addresses;
    if (address === undefined) return { outcome: 'unreachable', reason: 'name' };
    if (!addresses.every(mayReach)) return { outcome: 'refused', reason: 'private_address' };
    try {
      const { status, location } = await before(signal, ask(target, address, signal));
      const leads = status >= 300 && status < 400 && location !== undefined;
      if (!leads) return { outcome: 'reachable', status };
      return URL.canParse(location, url.href) ? new URL(location, url.href).href : location;
    } catch (error) {
      if (signal.aborted) return { outcome: 'unreachable', reason: 'deadline' };
      return { outcome: 'unreachable', reason: isTlsFault(error) ? 'tls' : 'connection' };
    }
  }
}

/** The same, given up when the signal comes: neither a resolver nor a socket has to listen to it. */
function before<Value>(signal: AbortSignal, work: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(signal.reason as Error);
    if (signal.aborted) return giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}

const tlsFault = /^(ERR_TLS|ERR_SSL|CERT_|DEPTH_|SELF_SIGNED|UNABLE_TO_|EPROTO|HOSTNAME_MISMATCH)/;
const isTlsFault = (error: unknown): boolean =>
  error instanceof Error && tlsFault.test(String((error as NodeJS.ErrnoException).code ?? ''));
