import { and, eq } from 'drizzle-orm';
import type { Transaction } from '#server/db/connect.ts';
import { orders } from '#server/features/orders/orders.table.ts';

/**
 * Takes the words off the orders of a ticket: what was to be made, and who of the customer decided. Price,
 * item, clause, state and instants stay for the accounts.
 */
export async function eraseOrders(
  tx: Transaction,
  tenantId: string,
  ticketId: string,
): Promise<void> {
  await tx
    .update(orders)
    .set({ scope: '', decidedBy: null })
    .where(and(eq(orders.tenantId, tenantId), eq(orders.ticketId, ticketId)));
}
