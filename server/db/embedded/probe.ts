import postgres from 'postgres';
import { readAddress } from '#server/db/address.ts';
import { databaseUser, readPassword } from '#server/db/embedded/cluster.ts';
import { isAlive, readPostmasterFile } from '#server/db/embedded/postmaster-file.ts';
import type { StateFolder } from '#server/db/embedded/state-folder.ts';

/** `busy`: it is starting, recovering or stopping, and says so. */
export type Answer = 'answers' | 'busy' | 'silent';

/** Whether a PostgreSQL runs on this data folder and takes statements. */
export async function probe(state: StateFolder): Promise<Answer> {
  const running = readPostmasterFile(state);
  if (!running || !isAlive(running.pid)) return 'silent';
  const { url, address } = readAddress(socketUrl(state));
  const sql = postgres(url, {
    ...address,
    max: 1,
    connect_timeout: 2,
    fetch_types: false,
    onnotice: () => undefined,
  });
  try {
    await sql`select 1`;
    return 'answers';
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === '57P03' ? 'busy' : 'silent';
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** Address of the PostgreSQL that runs on this data folder. */
export function socketUrl(state: StateFolder): string {
  const { port, socketFolder } = readPostmasterFile(state) ?? { port: 0, socketFolder: '' };
  const password = readPassword(state);
  if (password) return `postgres://${databaseUser}:${password}@127.0.0.1:${port}/postgres`;
  const query = new URLSearchParams({ host: socketFolder, port: String(port) });
  return `postgres://${databaseUser}@localhost/postgres?${query}`;
}
