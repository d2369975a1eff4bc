import type { ReservedSql, Sql } from 'postgres';
import { bounded, race, StatementDeadline, type Statement } from '#server/db/deadline.ts';
import type { Pool } from '#server/db/pool.ts';
import { isConnectionLost } from '#server/db/unavailable.ts';

/** The driver tells which connection runs a statement; its types do not mention it. */
type TellConnection = { onexecute: (connection: { id: number }) => true };

/** The part of a client that drizzle and repositories use inside a transaction. */
export interface TransactionClient {
  unsafe: Sql['unsafe'];
  savepoint<Value>(work: (client: TransactionClient) => Promise<Value>): Promise<Value>;
}

/**
 * Runs `work` between BEGIN and COMMIT on one connection. The deadline is for all of its statements
 * together.
 *
 * Stands in for the driver's own `begin`, which (3.4.9) sends ROLLBACK to a connection that has
 * closed: that ends the process, and a statement sent later may land in another transaction
 * (porsager/postgres#1208, #1216). Here nothing is sent any more once the connection is lost.
 */
export async function inTransaction<Value>(
  pool: Pool,
  deadlineMs: number,
  work: (client: TransactionClient) => Promise<Value>,
): Promise<Value> {
  const until = performance.now() + deadlineMs;
  const remainingMs = () => Math.max(until - performance.now(), 0);
  const sql = await reserve(pool.sql, deadlineMs);
  let lost = false;
  let overdue = false;
  let connection: number | undefined;

  const watch = {
    succeeded: pool.succeeded,
    failed: (error: unknown) => {
      lost ||= isConnectionLost(error);
      overdue ||= error instanceof StatementDeadline;
      pool.failed(error);
    },
  };
  const send = (make: () => Statement) => {
    if (lost) throw connectionClosed();
    const statement = make();
    // the flag must be up before anybody else hears of the failure
    Promise.prototype.then.call(statement, undefined, watch.failed);
    return bounded(statement, remainingMs(), watch);
  };
  const command = (text: string) => send(() => sql.unsafe(text));
  const release = () => {
    if (connection !== undefined) pool.unwatch(connection);
    if (!lost) sql.release();
  };
  /** Releases when the server has answered, even if the caller was given up on before. */
  const finish = (text: string) =>
    send(() => {
      const statement = sql.unsafe(text);
      Promise.prototype.then.call(statement, release, release);
      return statement;
    });

  let points = 0;
  const client: TransactionClient = {
    unsafe: ((text, parameters, options) =>
      send(() =>
        sql.unsafe(text, parameters, { ...options, prepare: true }),
      )) as TransactionClient['unsafe'],
    async savepoint(inner) {
      const name = `s${points++}`;
      await command(`savepoint ${name}`);
      try {
        return await inner(client);
      } catch (error) {
        if (!lost) await command(`rollback to ${name}`);
        throw error;
      }
    },
  };

  const tell: TellConnection = {
    onexecute: ({ id }) => {
      connection = id;
      pool.watch(id, () => (lost = true));
      return true;
    },
  };
  let value: Value;
  try {
    await send(() => sql.unsafe('begin', [], tell as object));
    value = await work(client);
  } catch (error) {
    const undone = lost ? undefined : finish('rollback').catch(() => undefined);
    // a server that does not answer will not answer to this either
    if (!overdue) await undone;
    throw error;
  }
  await finish('commit');
  return value;
}

/** A connection of one's own; one that comes too late goes back. */
async function reserve(sql: Sql, deadlineMs: number): Promise<ReservedSql> {
  const reserved = sql.reserve();
  try {
    return await race(reserved.then.bind(reserved), deadlineMs);
  } catch (error) {
    reserved.then(
      (late) => late.release(),
      () => undefined,
    );
    throw error;
  }
}

const connectionClosed = () =>
  Object.assign(new Error('the connection of this transaction has closed'), {
    code: 'CONNECTION_CLOSED',
  });
