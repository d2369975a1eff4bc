import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Transaction } from '#server/db/connect.ts';
import { attachments } from '#server/features/attachments/attachments.table.ts';
import { messages, type MessageRow } from '#server/features/messages/messages.table.ts';
import { idempotencyKeys } from '#server/features/tickets/tickets.table.ts';

/** A message to be written; `requestHash` tells a repeated one from another under the same key. */
export interface MessageDraft {
  readonly tenantId: string;
  readonly ticketId: string;
  readonly messageId: string;
  readonly kind: 'reply' | 'question' | 'note';
  readonly authorKind: MessageRow['authorKind'];
  readonly authorId: string;
  readonly text: string;
  /** Of the digest that the log keeps. */
  readonly salt: string;
  readonly attachments: readonly string[];
  readonly idempotencyKey: string;
  readonly requestHash: string;
  readonly at: Date;
}

/** The message of a key was written before, or the files are not this author's. */
export type Unwritten = 'key_taken' | 'attachment_missing';

/**
 * Writes one message with its files inside a transaction of the caller; undefined when written. The
 * caller rolls back where it was not.
 */
export async function writeMessage(
  tx: Transaction,
  draft: MessageDraft,
): Promise<Unwritten | undefined> {
  const { tenantId, ticketId, messageId, authorId, at } = draft;
  const claimed = await tx
    .insert(idempotencyKeys)
    .values({
      tenantId,
      sender: authorId,
      key: draft.idempotencyKey,
      requestHash: draft.requestHash,
      ticketId,
      messageId,
      createdAt: at,
    })
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key });
  if (claimed.length === 0) return 'key_taken';

  await tx.insert(messages).values({
    tenantId,
    id: messageId,
    ticketId,
    kind: draft.kind,
    authorKind: draft.authorKind,
    authorId,
    text: draft.text,
    salt: draft.salt,
    createdAt: at,
  });
  const ids = [...new Set(draft.attachments)];
  if (ids.length === 0) return undefined;
  const taken = await tx
    .update(attachments)
    .set({ ticketId, messageId })
    .where(
      and(
        eq(attachments.tenantId, tenantId),
        inArray(attachments.id, ids),
        eq(attachments.uploaderId, authorId),
        isNull(attachments.messageId),
      ),
    )
    .returning({ id: attachments.id });
  return taken.length === ids.length ? undefined : 'attachment_missing';
}
