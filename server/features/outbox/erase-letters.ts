import { and, eq, sql } from 'drizzle-orm';
import type { Transaction } from '#server/db/connect.ts';
import { outbox } from '#server/features/outbox/outbox.table.ts';

const unsent = sql`case when ${outbox.state} = 'waiting' then 'held' else ${outbox.state} end`;

/** Takes an address off everything that was ever written to it; what still waits is never sent. */
export async function eraseAddress(
  tx: Transaction,
  tenantId: string,
  recipient: string,
): Promise<void> {
  await tx
    .update(outbox)
    .set({ recipient: '', params: {}, state: unsent })
    .where(and(eq(outbox.tenantId, tenantId), eq(outbox.recipient, recipient)));
}

/** Takes the addresses off a ticket's letters; what still waits is never sent. */
export async function eraseLetters(
  tx: Transaction,
  tenantId: string,
  ticketId: string,
): Promise<void> {
  await tx
    .update(outbox)
    .set({ recipient: '', params: {}, state: unsent })
    .where(and(eq(outbox.tenantId, tenantId), eq(outbox.ticketId, ticketId)));
}
