import { and, eq } from 'drizzle-orm';
import type { Database } from '#server/db/connect.ts';
import { requesters, type RequesterRow } from '#server/features/requesters/requesters.table.ts';

/** Undefined when this tenant has no such requester. */
export async function findRequester(
  db: Database,
  tenantId: string,
  id: string,
): Promise<RequesterRow | undefined> {
  const [row] = await db
    .select()
    .from(requesters)
    .where(and(eq(requesters.tenantId, tenantId), eq(requesters.id, id)));
  return row;
}
