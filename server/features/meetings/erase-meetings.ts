import { and, eq } from 'drizzle-orm';
import type { Transaction } from '#server/db/connect.ts';
import { meetings } from '#server/features/meetings/meetings.table.ts';

/** Takes away where the meetings about a ticket were held: such an address lets people in. */
export async function eraseMeetings(
  tx: Transaction,
  tenantId: string,
  ticketId: string,
): Promise<void> {
  await tx
    .update(meetings)
    .set({ url: '' })
    .where(and(eq(meetings.tenantId, tenantId), eq(meetings.ticketId, ticketId)));
}
