import { and, eq } from 'drizzle-orm';
import type { Transaction } from '#server/db/connect.ts';
import { interactions } from '#server/features/interactions/interactions.table.ts';

/** Whose contacts: those that became a ticket, or those of a person. */
type Contacts = { readonly ticketId: string } | { readonly requesterId: string };

/** Takes away what was said in contacts, and who said it. */
export async function eraseInteractions(
  tx: Transaction,
  tenantId: string,
  whose: Contacts,
): Promise<void> {
  await tx
    .update(interactions)
    .set({ words: null, salt: null, name: null, phone: null, organisation: null })
    .where(
      and(
        eq(interactions.tenantId, tenantId),
        'ticketId' in whose
          ? eq(interactions.ticketId, whose.ticketId)
          : eq(interactions.requesterId, whose.requesterId),
      ),
    );
}
