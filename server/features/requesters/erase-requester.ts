import { and, eq, isNull, ne } from 'drizzle-orm';
import type { Transaction } from '#server/db/connect.ts';
import { messages } from '#server/features/messages/messages.table.ts';
import { requesters } from '#server/features/requesters/requesters.table.ts';
import { tickets } from '#server/features/tickets/tickets.table.ts';

/**
 * Takes away who somebody is, where no other ticket of theirs still holds words: what was typed into
 * a form stands on the card of its requester too. Their next request fills it anew.
 *
 * @returns the address that letters went to; undefined where another ticket keeps who they are
 */
export async function eraseRequester(
  tx: Transaction,
  tenantId: string,
  requesterId: string,
  erasedTicketId: string,
): Promise<{ readonly email: string | null } | undefined> {
  const person = and(eq(requesters.tenantId, tenantId), eq(requesters.id, requesterId));
  // a request of theirs that is being stored is seen below, or comes after
  const [known] = await tx
    .select({ email: requesters.email })
    .from(requesters)
    .where(person)
    .for('update');
  const [other] = await tx
    .select({ id: tickets.id })
    .from(tickets)
    .innerJoin(
      messages,
      and(eq(messages.tenantId, tickets.tenantId), eq(messages.ticketId, tickets.id)),
    )
    .where(
      and(
        eq(tickets.tenantId, tenantId),
        eq(tickets.requesterId, requesterId),
        ne(tickets.id, erasedTicketId),
        isNull(messages.erasedAt),
      ),
    )
    .limit(1);
  if (other) return undefined;
  await tx
    .update(requesters)
    .set({
      name: null,
      email: null,
      emailVerified: false,
      phone: null,
      spokenPhone: null,
      organisation: null,
      position: null,
      contract: null,
      region: null,
      timezone: null,
    })
    .where(person);
  return { email: known?.email ?? null };
}
