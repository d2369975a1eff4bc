import { drizzle, type PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js';
import type { PgDatabase } from 'drizzle-orm/pg-core';
import type { ParameterOrJSON, Sql, UnsafeQueryOptions } from 'postgres';
import { readAddress } from '#server/db/address.ts';
import { bounded } from '#server/db/deadline.ts';
import { renewedPool, type RenewedPool } from '#server/db/pool.ts';
import { inTransaction, type TransactionClient } from '#server/db/transaction.ts';
import { plainTypes } from '#server/db/types.ts';

/** drizzle's builder; a transaction is one too. */
export type Database = PgDatabase<PostgresJsQueryResultHKT, Record<string, never>>;

/** What `db.transaction` gives its work. */
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];

/** The driver beneath, for statements that the builder cannot say. */
export interface Client {
  unsafe: Sql['unsafe'];
  begin<Value>(work: (client: TransactionClient) => Promise<Value>): Promise<Value>;
}

export interface Connection {
  readonly db: Database;
  readonly client: Client;
  close(): Promise<void>;
}

/** The server cuts a statement off first; the deadline is for a server that does not answer at all. */
const statementTimeoutMs = 6000;
const deadlineMs = 7500;

/**
 * Opens a pool of connections; none is made before the first statement.
 *
 * Every statement with parameters is prepared, which drizzle never asks for (so not behind a
 * pgbouncer in transaction mode). A database that is away or hangs fails a statement within 8
 * seconds with an error that `isUnavailable` knows; when it is back, the next statement works.
 * int8 comes as a number where that is exact and as a string elsewhere; date and time as text.
 *
 * @param url `postgres://…`; a socket folder as `?host=/folder`
 */
export function connect({
  url,
  poolSize = 6,
}: {
  readonly url: string;
  readonly poolSize?: number;
}): Connection {
  const { url: plainUrl, address } = readAddress(url);
  const pool = renewedPool(plainUrl, {
    ...address,
    max: poolSize,
    connect_timeout: 4,
    backoff: (attempt: number) => Math.min(0.05 * 2 ** attempt, 0.5),
    types: plainTypes,
    onnotice: () => undefined,
    connection: {
      application_name: 'reglament',
      statement_timeout: statementTimeoutMs,
      idle_in_transaction_session_timeout: 15_000,
    },
  });
  const client = clientOf(pool);
  // drizzle changes the parsers of the client it is given to what `plainTypes` says already
  const options = { parsers: {}, serializers: {} };
  const db = drizzle({ client: { ...client, options } as unknown as Sql });
  return { db, client, close: () => pool.end() };
}

function clientOf(pool: RenewedPool): Client {
  const unsafe = (
    text: string,
    parameters?: ParameterOrJSON<never>[],
    options?: UnsafeQueryOptions,
  ) => {
    const current = pool.current();
    const statement = current.sql.unsafe(text, parameters, { ...options, prepare: true });
    return bounded(statement, deadlineMs, current);
  };
  return {
    unsafe: unsafe as Client['unsafe'],
    begin: (work) => inTransaction(pool.current(), deadlineMs, work),
  };
}
