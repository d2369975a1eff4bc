import { and, asc, eq, gt, inArray, isNull } from 'drizzle-orm';
import type { Transaction } from '#server/db/connect.ts';
import { inTransaction } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import { searchRow } from '#server/features/messages/index-message.ts';
import { messageSearch } from '#server/features/messages/message-search.table.ts';
import { messages } from '#server/features/messages/messages.table.ts';
import {
  markMessagesIndexed,
  tenantsToIndex,
} from '#server/features/tenants/tenants.repository.ts';

/**
 * Puts messages that are older than the search into it, each vendor's once and some at a time. Interrupted,
 * it begins anew and passes over what is there; two servers at once do no harm.
 *
 * @param atOnce messages that one transaction looks at
 * @returns how many were put into it
 */
export async function indexOlderMessages(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  signal: AbortSignal,
  atOnce = 500,
): Promise<number> {
  let indexed = 0;
  for (const tenantId of await tenantsToIndex(db)) {
    let after: string | undefined = '';
    while (after !== undefined) {
      if (signal.aborted) return indexed;
      const place: string = after;
      const done = await inTransaction(db, (tx) => indexSome(tx, tenantId, place, atOnce));
      indexed += done.indexed;
      after = done.last;
    }
    await markMessagesIndexed(db, tenantId, new Date(now()));
  }
  return indexed;
}

/** @returns the last one that was looked at, behind which more may be; undefined where none is left */
async function indexSome(
  tx: Transaction,
  tenantId: string,
  after: string,
  limit: number,
): Promise<{ readonly indexed: number; readonly last: string | undefined }> {
  const page = await tx
    .select({ id: messages.id })
    .from(messages)
    .where(and(eq(messages.tenantId, tenantId), gt(messages.id, after)))
    .orderBy(asc(messages.id))
    .limit(limit);
  const ids = page.map(({ id }) => id);
  const known = await tx
    .select({ id: messageSearch.messageId })
    .from(messageSearch)
    .where(and(eq(messageSearch.tenantId, tenantId), inArray(messageSearch.messageId, ids)));
  const found = new Set(known.map(({ id }) => id));
  // kept from being erased until their words are where an erasure finds them
  const older = await tx
    .select()
    .from(messages)
    .where(
      and(
        eq(messages.tenantId, tenantId),
        inArray(
          messages.id,
          ids.filter((id) => !found.has(id)),
        ),
        isNull(messages.erasedAt),
      ),
    )
    .for('share');
  if (older.length > 0) {
    const rows = older.map(({ id, ticketId, text, createdAt }) =>
      searchRow({ tenantId, messageId: id, ticketId, text, at: createdAt }),
    );
    await tx.insert(messageSearch).values(rows).onConflictDoNothing();
  }
  return { indexed: older.length, last: page.length < limit ? undefined : ids.at(-1) };
}
