import { and, desc, eq, lt } from 'drizzle-orm';
import type { Database } from '#server/db/connect.ts';
import { readBody, type LoggedEvent } from '#server/features/event-log/event-body.ts';
import { ticketEvents } from '#server/features/event-log/ticket-events.table.ts';
import { tickets } from '#server/features/tickets/tickets.table.ts';
import {
  webhookDeliveries,
  webhooks,
  type DeliveryRow,
} from '#server/features/webhooks/webhooks.table.ts';

const itsTicket = and(
  eq(tickets.tenantId, ticketEvents.tenantId),
  eq(tickets.id, ticketEvents.ticketId),
);

/** An event of a ticket by its place in the log, with the ticket's number. */
export async function findTold(
  db: Database,
  tenantId: string,
  seq: number,
): Promise<{ readonly event: LoggedEvent; readonly number: number } | undefined> {
  const [found] = await db
    .select({ event: ticketEvents, number: tickets.number })
    .from(ticketEvents)
    .innerJoin(tickets, itsTicket)
    .where(and(eq(ticketEvents.tenantId, tenantId), eq(ticketEvents.seq, seq)));
  if (!found) return undefined;
  const { ticketId, kind, at, body } = found.event;
  return { event: { seq, ticketId, kind, at, ...readBody(body) }, number: found.number };
}

/** Whether a vendor has or had such a receiver. */
export const isWebhook = async (
  db: Database,
  { tenantId, webhookId }: { readonly tenantId: string; readonly webhookId: string },
): Promise<boolean> =>
  (await db.$count(webhooks, and(eq(webhooks.tenantId, tenantId), eq(webhooks.id, webhookId)))) > 0;

/** Whether a receiver is told nothing more. */
export async function isStopped(
  db: Database,
  { tenantId, webhookId }: { readonly tenantId: string; readonly webhookId: string },
): Promise<boolean> {
  const [webhook] = await db
    .select({ stoppedAt: webhooks.stoppedAt })
    .from(webhooks)
    .where(and(eq(webhooks.tenantId, tenantId), eq(webhooks.id, webhookId)));
  return webhook?.stoppedAt !== null;
}

/** Which page of what one receiver was told. */
export interface DeliveriesAsked {
  readonly tenantId: string;
  readonly webhookId: string;
  readonly state?: DeliveryRow['state'] | undefined;
  /** Events before this place of the log. */
  readonly before: number | undefined;
  readonly limit: number;
}

/** What one receiver was told or is to be told, the newest event first. */
export async function listDeliveries(db: Database, asked: DeliveriesAsked) {
  const { tenantId, webhookId, state, before, limit } = asked;
  return db
    .select({
      delivery: webhookDeliveries,
      kind: ticketEvents.kind,
      ticketId: ticketEvents.ticketId,
    })
    .from(webhookDeliveries)
    .innerJoin(
      ticketEvents,
      and(
        eq(ticketEvents.tenantId, webhookDeliveries.tenantId),
        eq(ticketEvents.seq, webhookDeliveries.seq),
      ),
    )
    .where(
      and(
        eq(webhookDeliveries.tenantId, tenantId),
        eq(webhookDeliveries.webhookId, webhookId),
        state && eq(webhookDeliveries.state, state),
        before === undefined ? undefined : lt(webhookDeliveries.seq, before),
      ),
    )
    .orderBy(desc(webhookDeliveries.seq))
    .limit(limit);
}
