import { and, eq } from 'drizzle-orm';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Database, Transaction } from '#server/db/connect.ts';
import { idempotencyKeys } from '#server/features/tickets/tickets.table.ts';

/** Undefined when this sender has not used the key at this tenant. */
export async function findIdempotencyKey(
  db: Database,
  tenantId: string,
  sender: string,
  key: string,
) {
  const [row] = await db
    .select()
    .from(idempotencyKeys)
    .where(
      and(
        eq(idempotencyKeys.tenantId, tenantId),
        eq(idempotencyKeys.sender, sender),
        eq(idempotencyKeys.key, key),
      ),
    );
  return row;
}

/**
 * Takes a key for what a submission is about to make, or names what an earlier one made with it. The
 * answer is `messageId` where the key was new. A submission under the same key waits here until the
 * first one has ended.
 *
 * Fails with `idempotency_key.reused` when the key came with another request.
 */
export async function takeIdempotencyKey(
  tx: Transaction,
  claim: typeof idempotencyKeys.$inferInsert,
): Promise<Result<string, Problem>> {
  const { tenantId, sender, key } = claim;
  if (await claimIdempotencyKey(tx, claim)) return succeed(claim.messageId);
  const known = await findIdempotencyKey(tx, tenantId, sender, key);
  return known?.requestHash === claim.requestHash
    ? succeed(known.messageId)
    : fail({ code: 'idempotency_key.reused' });
}

/** Takes a key, unless an earlier submission has it: false. */
export async function claimIdempotencyKey(
  tx: Transaction,
  claim: typeof idempotencyKeys.$inferInsert,
): Promise<boolean> {
  const taken = await tx
    .insert(idempotencyKeys)
    .values(claim)
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key });
  return taken.length > 0;
}
