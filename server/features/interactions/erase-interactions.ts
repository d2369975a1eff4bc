import { and, eq } from 'drizzle-orm';
import type { Transaction } from '#server/db/connect.ts';
import { interactions } from '#server/features/interactions/interactions.table.ts';

/** Takes away what was said in the contacts that became a ticket, and who said it. */
export async function eraseInteractions(
  tx: Transaction,
  tenantId: string,
  ticketId: string,
): Promise<void> {
  await tx
    .update(interactions)
    .set({ words: null, salt: null, name: null, phone: null, organisation: null })
    .where(and(eq(interactions.tenantId, tenantId), eq(interactions.ticketId, ticketId)));
}
