import { and, eq } from 'drizzle-orm';
import type { Transaction } from '#server/db/connect.ts';
import { tickets, type TicketRow } from '#server/features/tickets/tickets.table.ts';

/**
 * Marks a locked ticket as changed by somebody in it; what an agent did is unread to the requester.
 * Where it stands does not change.
 */
export async function touchTicket(
  tx: Transaction,
  { tenantId, id, version }: TicketRow,
  at: Date,
  by: 'agent' | 'requester' | 'guest',
): Promise<void> {
  await tx
    .update(tickets)
    .set({
      updatedAt: at,
      version: version + 1,
      ...(by === 'agent' ? { lastAgentMessageAt: at } : {}),
    })
    .where(and(eq(tickets.tenantId, tenantId), eq(tickets.id, id)));
}
