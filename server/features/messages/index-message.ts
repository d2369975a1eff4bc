import { and, eq, sql } from 'drizzle-orm';
import type { Transaction } from '#server/db/connect.ts';
import { messageSearch } from '#server/features/messages/message-search.table.ts';
import { lettersOf } from '#server/policy/search/words.ts';

/** A message as the search knows it. */
export interface SearchedMessage {
  readonly tenantId: string;
  readonly messageId: string;
  readonly ticketId: string;
  readonly text: string;
  readonly at: Date;
}

/** What a message is found by. */
export const searchRow = ({ tenantId, messageId, ticketId, text, at }: SearchedMessage) => ({
  tenantId,
  messageId,
  ticketId,
  at,
  words: sql`message_words(${JSON.stringify(lettersOf(text))}::json)`,
});

/** Puts the words of a message into the search, in the transaction that writes it. */
export async function indexMessage(tx: Transaction, message: SearchedMessage): Promise<void> {
  await tx.insert(messageSearch).values(searchRow(message));
}

/** Takes the words of a ticket out of the search. */
export async function forgetMessages(
  tx: Transaction,
  tenantId: string,
  ticketId: string,
): Promise<void> {
  await tx
    .delete(messageSearch)
    .where(and(eq(messageSearch.tenantId, tenantId), eq(messageSearch.ticketId, ticketId)));
}
