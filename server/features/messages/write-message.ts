import type { Transaction } from '#server/db/connect.ts';
import { attachToMessage } from '#server/features/attachments/attachments.repository.ts';
import { indexMessage } from '#server/features/messages/index-message.ts';
import { messages, type MessageRow } from '#server/features/messages/messages.table.ts';
import { claimIdempotencyKey } from '#server/features/tickets/idempotency-keys.repository.ts';

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
  const { idempotencyKey: key, requestHash } = draft;
  const claim = { tenantId, sender: authorId, key, requestHash, ticketId, messageId };
  if (!(await claimIdempotencyKey(tx, { ...claim, createdAt: at }))) return 'key_taken';

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
  await indexMessage(tx, draft);
  const attached = await attachToMessage(tx, draft, authorId, draft.attachments);
  return attached ? undefined : 'attachment_missing';
}
