import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { askOnce, type AskOnce, type ProbeAnswer, type Sent } from '#server/http/probe/ask-once.ts';
import { noAnswer } from '#server/http/probe/no-answer.ts';
import type { ProbeFinding } from '#server/http/probe/probe-finding.ts';
import { readTarget } from '#server/http/probe/probe-target.ts';
import { isInnerAddress, isLoopback, isPublicAddress } from '#server/http/probe/public-address.ts';

/** What a guarded call works with; the defaults are those of a running server. */
export interface ProbeParts {
  /** TCP ports that may be asked. */
  readonly ports: readonly number[];
  /** Whether this machine itself may be asked, where an address names it openly. */
  readonly tryLoopback?: boolean;
  /** Hosts of a private network that may be asked; see `readTarget`. */
  readonly innerHosts?: readonly string[];
  /** Nothing but this machine is asked: no name is even looked up. */
  readonly holdOutside?: boolean;
  /** Every IP address of a name. */
  readonly resolve?: (host: string) => Promise<readonly string[]>;
  readonly mayReach?: (address: string) => boolean;
  readonly ask?: AskOnce;
  /** For the whole look, redirects included. */
  readonly deadlineMs?: number;
}

/** Why there is no answer. */
export type NotVisited = Exclude<ProbeFinding, { outcome: 'reachable' }>;

/** The same parts with another way of asking, for whoever wants more of an answer than its head. */
export type VisitParts<Answer> = Omit<ProbeParts, 'ask' | 'deadlineMs'> & {
  readonly ask: (...about: Parameters<AskOnce>) => Promise<Answer>;
};

/** So many addresses of one name are tried. */
const mostAddresses = 4;

const addressesOf = async (host: string): Promise<readonly string[]> =>
  (await lookup(host, { all: true })).map(({ address }) => address);

/** Calls one address for the head of its answer; see `visit`. */
export const visitOnce = (
  parts: ProbeParts,
  url: string,
  signal: AbortSignal,
  sent?: Sent,
): Promise<ProbeAnswer | NotVisited> =>
  visit({ ...parts, ask: parts.ask ?? askOnce }, url, signal, sent);

/**
 * Calls one address that somebody wrote down, so that it cannot be turned against the network it runs
 * in: a name is looked up once, all its addresses have to be public, and the connection goes to the very
 * address that was judged; to the next of them where one takes no call. Never follows, never throws.
 */
export async function visit<Answer>(
  {
    ports,
    tryLoopback,
    innerHosts,
    holdOutside,
    resolve = addressesOf,
    mayReach = isPublicAddress,
    ask,
  }: VisitParts<Answer>,
  url: string,
  signal: AbortSignal,
  sent?: Sent,
): Promise<Answer | NotVisited> {
  const target = readTarget(url, ports, tryLoopback, innerHosts);
  if (!target.ok) return { outcome: 'refused', reason: target.failure };
  const { host, loopback, inner } = target.value;
  if (holdOutside && !loopback) return { outcome: 'refused', reason: 'held' };
  const allowed = (address: string) =>
    loopback ? isLoopback(address) : mayReach(address) || (inner && isInnerAddress(address));
  let addresses: readonly string[];
  try {
    addresses = isIP(host) ? [host] : await before(signal, resolve(host));
  } catch {
    return { outcome: 'unreachable', reason: signal.aborted ? 'deadline' : 'name' };
  }
  if (!addresses.every(allowed)) return { outcome: 'refused', reason: 'private_address' };
  const tried = addresses.slice(0, mostAddresses);
  for (const [place, address] of tried.entries()) {
    try {
      return await before(signal, ask(target.value, address, signal, sent));
    } catch (error) {
      if (signal.aborted) return { outcome: 'unreachable', reason: 'deadline' };
      // whoever took the call may have heard what was sent
      if (tookNoCall(error) && place < tried.length - 1) continue;
      return { outcome: 'unreachable', reason: noAnswer(error) };
    }
  }
  return { outcome: 'unreachable', reason: 'name' };
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

const tookNoCall = (error: unknown): boolean =>
  error instanceof Error && (error as NodeJS.ErrnoException).syscall === 'connect';
