import { fail, succeed, type Result } from '#shared/result.ts';
import type { OrderView } from '#shared/wire/orders.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Database } from '#server/db/connect.ts';
import { minutesOfOrder } from '#server/features/hours/time-entries.repository.ts';
import { findOrder, listOrdersOfTicket } from '#server/features/orders/orders.repository.ts';
import type { OrderRow } from '#server/features/orders/orders.table.ts';

/** One order and what was worked for it. Fails with `order.not_found`. */
export async function readOrder(
  db: Database,
  tenantId: string,
  id: string,
): Promise<Result<OrderView, Problem>> {
  const order = await findOrder(db, tenantId, id);
  return order ? succeed(await orderViewOf(db, order)) : fail({ code: 'order.not_found' });
}

/** All orders of one ticket; none for a ticket that is not there. */
export async function readOrdersOfTicket(
  db: Database,
  tenantId: string,
  ticketId: string,
): Promise<OrderView[]> {
  const rows = await listOrdersOfTicket(db, tenantId, ticketId);
  return Promise.all(rows.map((row) => orderViewOf(db, row)));
}

async function orderViewOf(db: Database, order: OrderRow): Promise<OrderView> {
  const { id, ticketId, organisationId, item, scope, priceMinor, currency, state, clause } = order;
  return {
    id,
    ticketId,
    organisationId,
    item,
    scope,
    priceMinor,
    currency,
    state,
    clause,
    proposedAt: order.proposedAt.toISOString(),
    decidedAt: order.decidedAt?.toISOString() ?? null,
    decidedBy: order.decidedBy,
    doneAt: order.doneAt?.toISOString() ?? null,
    workedMinutes: await minutesOfOrder(db, order.tenantId, order.id),
  };
}
