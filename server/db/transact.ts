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
 * A transaction whose expected failure undoes everything it wrote and comes back as a value. One that
 * PostgreSQL undid for another one is done again, at once: the other one has what it waited for.
 *
 * @param work may run several times: what it does is undone with its transaction, or does no harm twice
 * @throws the last conflict, where it was undone each time
 */
export async function transact<Value>(
  db: Database,
  work: (tx: Transaction) => Promise<Result<Value, Problem>>,
): Promise<Result<Value, Problem>> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(db, work);
    } catch (error) {
      if (!isLostRace(error) || attempt === mostAttempts) throw error;
    }
  }
}

async function once<Value>(
  db: Database,
  work: (tx: Transaction) => Promise<Result<Value, Problem>>,
): Promise<Result<Value, Problem>> {
  try {
    return await db.transaction(async (tx) => {
      const result = await work(tx);
      if (!result.ok) throw new Undone(result.failure);
      return result;
    });
  } catch (error) {
    if (error instanceof Undone) return { ok: false, failure: error.failure };
    throw error;
  }
}
