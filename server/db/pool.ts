import postgres, { type Options, type PostgresType, type Sql } from 'postgres';
import { StatementDeadline } from '#server/db/deadline.ts';

/** Seconds that the statements of a replaced pool get to finish. */
const farewellSeconds = 2;

/** One generation of connections. */
export interface Pool {
  readonly sql: Sql;
  /** Calls back once when the driver's connection of that number has closed. */
  watch(connection: number, lost: () => void): void;
  unwatch(connection: number): void;
  succeeded(): void;
  failed(error: unknown): void;
}

export interface RenewedPool {
  current(): Pool;
  end(): Promise<void>;
}

/**
 * A pool that is replaced as a whole when one of its connections closes or leaves a statement
 * without an answer. The driver (3.4.9) would keep such a connection and may never get it to work
 * again: porsager/postgres#1208, #1215.
 */
export function renewedPool(
  url: string,
  options: Options<Record<string, PostgresType>>,
): RenewedPool {
  let ended = false;
  let pool = open();

  function open(): Pool {
    const watched = new Map<number, () => void>();
    let worked = false;
    const renew = () => {
      // a pool that never worked has nothing to lose, and an outage must not cost one a statement
      if (ended || !worked || pool !== self) return;
      pool = open();
      void sql.end({ timeout: farewellSeconds });
    };
    const sql = postgres(url, {
      ...options,
      max_lifetime: null,
      onclose: (connection) => {
        watched.get(connection)?.();
        watched.delete(connection);
        renew();
      },
    }) as Sql;
    const self: Pool = {
      sql,
      watch: (connection, lost) => void watched.set(connection, lost),
      unwatch: (connection) => void watched.delete(connection),
      succeeded: () => void (worked = true),
      failed: (error) => {
        if (error instanceof StatementDeadline) renew();
      },
    };
    return self;
  }

  return {
    current: () => pool,
    end: () => {
      ended = true;
      return pool.sql.end({ timeout: farewellSeconds });
    },
  };
}
