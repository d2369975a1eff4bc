import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Binaries } from '#server/db/embedded/binaries.ts';
import { makeSocketFolder, type StateFolder } from '#server/db/embedded/state-folder.ts';

/** A small server that never loses what it acknowledged; its log names no values of anybody. */
const settings = [
  'fsync=on',
  'shared_buffers=64MB',
  'max_connections=40',
  'max_wal_size=256MB',
  'jit=off',
  'log_checkpoints=off',
  'log_error_verbosity=terse',
  'log_min_error_statement=panic',
];

/** Asynchronous reads by processes of their own came with 18; at this size they only cost memory. */
const since18 = ['io_method=sync'];

/** Arguments of `postgres`, where it listens aside. */
export function serverArguments({ data }: StateFolder, { major }: Binaries): string[] {
  const all = major >= 18 ? [...settings, ...since18] : settings;
  return ['-D', data, ...all.flatMap((setting) => ['-c', setting])];
}

/** No TCP, except on Windows, where no folder can be closed around a socket. */
export async function listenArguments(state: StateFolder): Promise<string[]> {
  if (process.platform !== 'win32') {
    return ['-c', 'listen_addresses=', '-k', makeSocketFolder(state), '-p', '5432'];
  }
  return ['-c', 'listen_addresses=127.0.0.1', '-p', String(await freePort())];
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (!address || typeof address === 'string') throw new Error('a TCP server without a port');
  return address.port;
}
