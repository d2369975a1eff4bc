import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Transaction } from '#server/db/connect.ts';
import { forgetMessages } from '#server/features/messages/index-message.ts';
import { messages } from '#server/features/messages/messages.table.ts';

/**
 * Takes the words of a ticket away with the salt that ties the log's digests to them, and answers
 * with how many messages had some. Which fields were answered stays: the decision went by it.
 */
export async function eraseMessages(
  tx: Transaction,
  tenantId: string,
  ticketId: string,
  at: Date,
): Promise<number> {
  const blank = sql`(select json_object_agg(field, '') from json_object_keys(${messages.answers}) as field)`;
  const erased = await tx
    .update(messages)
    .set({ text: '', answers: blank, context: null, salt: null, erasedAt: at })
    .where(
      and(
        eq(messages.tenantId, tenantId),
        eq(messages.ticketId, ticketId),
        isNull(messages.erasedAt),
      ),
    )
    .returning({ id: messages.id });
  // whoever was putting one of them into the search has done so by now, or sees that it is erased
  await forgetMessages(tx, tenantId, ticketId);
  return erased.length;
}
