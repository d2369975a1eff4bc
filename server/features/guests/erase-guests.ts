import { and, eq, sql } from 'drizzle-orm';
import type { Transaction } from '#server/db/connect.ts';
import { guests } from '#server/features/guests/guests.table.ts';

/** Takes away who the guests of a ticket were, and ends their links. */
export async function eraseGuests(
  tx: Transaction,
  tenantId: string,
  ticketId: string,
  at: Date,
): Promise<void> {
  await tx
    .update(guests)
    .set({
      name: '',
      email: null,
      help: '',
      endedAt: sql`coalesce(${guests.endedAt}, ${at.toISOString()})`,
      ended: sql`coalesce(${guests.ended}, 'revoked')`,
    })
    .where(and(eq(guests.tenantId, tenantId), eq(guests.ticketId, ticketId)));
}
