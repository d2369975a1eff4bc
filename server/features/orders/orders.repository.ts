import { and, eq } from 'drizzle-orm';
import type { Database, Transaction } from '#server/db/connect.ts';
import { orders, type OrderRow } from '#server/features/orders/orders.table.ts';

const orderAt = (tenantId: string, id: string) =>
  and(eq(orders.tenantId, tenantId), eq(orders.id, id));

/** Undefined when this tenant has no such order. */
export async function findOrder(
  db: Database,
  tenantId: string,
  id: string,
): Promise<OrderRow | undefined> {
  const [row] = await db.select().from(orders).where(orderAt(tenantId, id));
  return row;
}

/** The same, which nobody changes until the transaction ends; others may work for it meanwhile. */
export async function shareOrder(
  tx: Transaction,
  tenantId: string,
  id: string,
): Promise<OrderRow | undefined> {
  const [row] = await tx.select().from(orders).where(orderAt(tenantId, id)).for('share');
  return row;
}

/** The same, locked for a change. */
export async function lockOrder(
  tx: Transaction,
  tenantId: string,
  id: string,
): Promise<OrderRow | undefined> {
  const [row] = await tx.select().from(orders).where(orderAt(tenantId, id)).for('update');
  return row;
}

/** Puts an order into another state. */
export async function updateOrder(
  tx: Transaction,
  { tenantId, id }: Pick<OrderRow, 'tenantId' | 'id'>,
  change: Partial<Pick<OrderRow, 'state' | 'decidedBy' | 'decidedAt' | 'doneAt'>>,
): Promise<void> {
  await tx.update(orders).set(change).where(orderAt(tenantId, id));
}

/** Orders of one ticket in the order in which they were proposed. */
export async function listOrdersOfTicket(
  db: Database,
  tenantId: string,
  ticketId: string,
): Promise<OrderRow[]> {
  return db
    .select()
    .from(orders)
    .where(and(eq(orders.tenantId, tenantId), eq(orders.ticketId, ticketId)))
    .orderBy(orders.proposedAt, orders.id);
}
