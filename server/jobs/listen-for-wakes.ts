import postgres from 'postgres';
import { readAddress } from '#server/db/address.ts';
import { wakeChannel } from '#server/jobs/wake.ts';

/** A connection that listens until it is closed. */
export interface WakeListener {
  close(): Promise<void>;
}

const reconnectMs = 500;

/** The driver reads this option and its types do not mention it. */
type Notified = { onnotify: () => void };

/**
 * Rings when any server arms a deadline that comes soon, and after each connect, since what was said
 * before is lost. The connection is its own and is made anew, as a whole, whenever it closes.
 */
export function listenForWakes(url: string, ring: () => void): WakeListener {
  const { url: plainUrl, address } = readAddress(url);
  let closed = false;
  let waiting: NodeJS.Timeout | undefined;
  let sql = open();

  function open() {
    const notified: Notified = { onnotify: ring };
    const connection = postgres(plainUrl, {
      ...address,
      ...notified,
      max: 1,
      connect_timeout: 4,
      idle_timeout: null as never,
      max_lifetime: null,
      fetch_types: false,
      onnotice: () => undefined,
      onclose: () => again(connection),
      connection: { application_name: 'reglament wake' },
    });
    connection.unsafe(`listen ${wakeChannel}`).then(ring, () => again(connection));
    return connection;
  }

  function again(lost: typeof sql) {
    if (closed || lost !== sql || waiting) return;
    waiting = setTimeout(() => {
      waiting = undefined;
      void lost.end({ timeout: 0 });
      sql = open();
    }, reconnectMs);
  }

  return {
    close: async () => {
      closed = true;
      clearTimeout(waiting);
      await sql.end({ timeout: 1 });
    },
  };
}
