import type { Database, Transaction } from '#server/db/connect.ts';
import { isLostRace } from '#server/db/lost-race.ts';
import type { Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';

class Undone extends Error {
  constructor(readonly failure: Problem) {
    super(failure.code);
  }
}

/** How often a transaction is begun that PostgreSQL undoes for another one each time. */
const mostAttempts = 4;

/**
 * A transaction. One that PostgreSQL undid for another one is done again, at once: the other one has
 * what it waited for.
 *
 * @param work may run several times: what it does is undone with its transaction, or does no harm twice
 * @throws the last conflict, where it was undone each time
 */
export async function inTransaction<Value>(
  db: Database,
  work: (tx: Transaction) => Promise<Value>,
): Promise<Value> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction(work);
    } catch (error) {
      if (!isLostRace(error) || attempt === mostAttempts) throw error;
    }
  }
}

/**
 * The same, where something is expected to fail: the failure undoes everything that was written and
 * comes back as a value.
 */
export async function transact<Value>(
  db: Database,
  work: (tx: Transaction) => Promise<Result<Value, Problem>>,
): Promise<Result<Value, Problem>> {
  try {
    return await inTransaction(db, async (tx) => {
      const result = await work(tx);
      if (!result.ok) throw new Undone(result.failure);
      return result;
    });
  } catch (error) {
    if (error instanceof Undone) return { ok: false, failure: error.failure };
    throw error;
  }
}
