import type { Binaries } from '#server/db/embedded/binaries.ts';
import type { StateFolder } from '#server/db/embedded/state-folder.ts';

/** Port in the name of the socket; on Windows the TCP port on the loopback address. */
export const embeddedPort = 5432;
export const windowsPort = 54329;

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

/** Arguments of `postgres`: no TCP, except on Windows, which has no socket folders to close. */
export function serverArguments(
  { data }: StateFolder,
  { major }: Binaries,
  socketFolder: string,
): string[] {
  const listen =
    process.platform === 'win32'
      ? ['-c', 'listen_addresses=127.0.0.1', '-p', String(windowsPort)]
      : ['-c', 'listen_addresses=', '-k', socketFolder, '-p', String(embeddedPort)];
  const all = major >= 18 ? [...settings, ...since18] : settings;
  return ['-D', data, ...listen, ...all.flatMap((setting) => ['-c', setting])];
}
