import { and, eq } from 'drizzle-orm';
import type { Transaction } from '#server/db/connect.ts';
import { organisations } from '#server/features/organisations/organisations.table.ts';
import {
  idempotencyKeys,
  tickets,
  type TicketRow,
} from '#server/features/tickets/tickets.table.ts';

/**
 * Takes the words off a locked ticket: its line in lists, an organisation that is not on record, and
 * the digests of what was sent, by which somebody could try their guesses.
 *
 * @param subject what lists show from now on
 */
export async function eraseTicket(
  tx: Transaction,
  { tenantId, id, organisation, version }: TicketRow,
  subject: string,
  at: Date,
): Promise<void> {
  const [onRecord] = organisation
    ? await tx
        .select({ id: organisations.id })
        .from(organisations)
        .where(and(eq(organisations.tenantId, tenantId), eq(organisations.name, organisation)))
    : [];
  await tx
    .update(tickets)
    .set({
      subject,
      portal: null,
      erasedAt: at,
      updatedAt: at,
      version: version + 1,
      ...(onRecord ? {} : { organisation: null }),
    })
    .where(and(eq(tickets.tenantId, tenantId), eq(tickets.id, id)));
  await tx
    .update(idempotencyKeys)
    .set({ requestHash: '' })
    .where(and(eq(idempotencyKeys.tenantId, tenantId), eq(idempotencyKeys.ticketId, id)));
}
