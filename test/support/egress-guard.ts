import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';

/** Watches whom this process calls. */
export interface EgressGuard {
  /** Names that were looked up through it, the oldest first. */
  readonly names: string[];
  /** Addresses with their ports that a TCP connection of this process went to. */
  readonly addresses: string[];
  /** To look names up with: those of the test are this machine, and there are no others. */
  readonly resolve: (host: string) => Promise<readonly string[]>;
  readonly mayReach: (address: string) => boolean;
  /** Whatever was asked for and is not of the test. */
  strangers(): readonly string[];
  /** Ends the watch. */
  lift(): void;
}

const home = '127.0.0.1';
const isHome = (address: string) =>
  address.startsWith('127.') || address === '::1' || address.startsWith('::ffff:127.');

/**
 * Starts to watch. Names are recorded where our calls look them up, and beneath that every socket of the process,
 * so that a call which goes round the look-up is seen too.
 *
 * @param allowed names that may be asked for, without ports
 */
export function egressGuard(allowed: readonly string[]): EgressGuard {
  const names: string[] = [];
  const addresses: string[] = [];
  const seen = (message: unknown) => {
    const { socket } = message as { readonly socket: Socket };
    socket.once('connectionAttempt', (address: string, port: number) =>
      addresses.push(`${address}:${port}`),
    );
  };
  subscribe('net.client.socket', seen);
  return {
    names,
    addresses,
    resolve: async (host) => {
      names.push(host);
      if (allowed.includes(host)) return [home];
      throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
    },
    mayReach: (address) => address === home,
    strangers: () => [
      ...names.filter((name) => !allowed.includes(name)),
      ...addresses.filter((address) => !isHome(address)),
    ],
    lift: () => void unsubscribe('net.client.socket', seen),
  };
}
