import { and, eq } from 'drizzle-orm';
import type { Database } from '#server/db/connect.ts';
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
