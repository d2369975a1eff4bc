import type { Transaction } from '#server/db/connect.ts';
import { outbox, type OutboxEntry } from '#server/features/outbox/outbox.table.ts';

/** A letter to be sent to a proven address: of a ticket, or one that says whose it is. */
export type LetterDraft = Pick<
  OutboxEntry,
  'tenantId' | 'kind' | 'recipient' | 'locale' | 'params'
> &
  Partial<Pick<OutboxEntry, 'via' | 'state' | 'lastError' | 'tryAt'>> &
  (
    | { readonly ticketId: string; readonly messageId: string | null }
    | Pick<OutboxEntry, 'requesterId'>
  );

/**
 * Puts letters into the outbox, in the transaction of what they tell.
 *
 * @returns their ids, in the order of the letters
 */
export async function putLetters(
  tx: Transaction,
  letters: readonly LetterDraft[],
  at: Date,
): Promise<number[]> {
  if (letters.length === 0) return [];
  const rows = await tx
    .insert(outbox)
    .values(letters.map((letter) => ({ state: 'waiting' as const, ...letter, createdAt: at })))
    .returning({ id: outbox.id });
  return rows.map(({ id }) => id);
}
