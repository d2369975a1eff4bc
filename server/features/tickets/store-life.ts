import { and, eq } from 'drizzle-orm';
import type { Transaction } from '#server/db/connect.ts';
import { tickets, type TicketRow } from '#server/features/tickets/tickets.table.ts';
import type { LifeState } from '#server/policy/life/life-state.ts';

/**
 * Stores what is known of a locked ticket besides where it stands and what runs for it: neither lists nor
 * deadlines go by it. Raises its version.
 */
export async function storeLife(
  tx: Transaction,
  { tenantId, id, version }: Pick<TicketRow, 'tenantId' | 'id' | 'version'>,
  life: LifeState,
  at: Date,
): Promise<void> {
  await tx
    .update(tickets)
    .set({ life, updatedAt: at, version: version + 1 })
    .where(and(eq(tickets.tenantId, tenantId), eq(tickets.id, id)));
}
