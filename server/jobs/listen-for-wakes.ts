import postgres from 'postgres';
import { readAddress } from '#server/db/address.ts';

/** A connection that listens until it is closed. */
export interface WakeListener {
  close(): Promise<void>;
}

const reconnectMs = 500;

/** The driver reads this option and its types do not mention it. */
type Notified = { onnotify: (channel: string, payload: string) => void };

/** What to ring, by the name of its channel; without a payload after each connect. */
export type Bells = Readonly<Record<string, (payload?: string) => void>>;

/**
 * Rings when any server notifies a channel, and after each connect, since what was said before is
 * lost. The connection is its own and is made anew, as a whole, whenever it closes.
 */
export function listenForWakes(url: string, bells: Bells): WakeListener {
  const { url: plainUrl, address } = readAddress(url);
  let closed = false;
  let waiting: NodeJS.Timeout | undefined;
  let sql = open();

  function open() {
    const notified: Notified = { onnotify: (channel, payload) => bells[channel]?.(payload) };
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
    const listens = Object.keys(bells).map((channel) => `listen ${channel}`);
    connection.unsafe(listens.join(';')).then(
      () => {
        for (const ring of Object.values(bells)) ring();
      },
      () => again(connection),
    );
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
