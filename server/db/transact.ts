import type { Database, Transaction } from '#server/db/connect.ts';
import type { Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';

class Undone extends Error {
  constructor(readonly failure: Problem) {
    super(failure.code);
  }
}

/** A transaction whose expected failure undoes everything it wrote and comes back as a value. */
export async function transact<Value>(
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
