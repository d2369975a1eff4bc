import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { readAddress } from '#server/db/address.ts';

/** Any number that every server of this product agrees on. */
const serverLock = 7_345_202;
const retryMs = 100;

export interface ServerLock {
  release(): Promise<void>;
}

/**
 * Holds, on a connection of its own and for life, the lock that says «a server works on this
 * database».
 *
 * @param patienceMs how long a killed server's connection may take to go
 * @param lost called when the connection closes without `release`: the database is gone
 * @returns undefined when another server holds it
 */
export async function holdServerLock(
  url: string,
  lost: () => void,
  patienceMs = 1500,
): Promise<ServerLock | undefined> {
  let held = false;
  const { url: plainUrl, address } = readAddress(url);
  const sql = postgres(plainUrl, {
    ...address,
    max: 1,
    connect_timeout: 4,
    idle_timeout: null as never,
    max_lifetime: null,
    fetch_types: false,
    onnotice: () => undefined,
    onclose: () => {
      if (!held) return;
      held = false;
      lost();
    },
    connection: { application_name: 'reglament server lock' },
  });
  const release = async () => {
    held = false;
    await sql.end({ timeout: 1 });
  };
  try {
    for (let waited = 0; ; waited += retryMs) {
      const [row] = await sql`select pg_try_advisory_lock(${serverLock}) as taken`;
      if (row?.['taken'] === true) break;
      if (waited >= patienceMs) {
        await release();
        return undefined;
      }
      await sleep(retryMs);
    }
  } catch (error) {
    await release();
    throw error;
  }
  held = true;
  return { release };
}
