import { and, eq } from 'drizzle-orm';
import type { AttachmentView, MessageView } from '#shared/wire/ticket.ts';
import type { Database } from '#server/db/connect.ts';
import { agents } from '#server/features/agents/agents.table.ts';
import {
  attachmentView,
  listAttachments,
} from '#server/features/attachments/attachments.repository.ts';
import { guests } from '#server/features/guests/guests.table.ts';
import { messages, type MessageRow } from '#server/features/messages/messages.table.ts';

/** A ticket's request, and everything said in it with names and files, oldest first. */
export interface Thread {
  readonly request: MessageRow;
  readonly messages: readonly MessageView[];
}

/**
 * @param withNotes false for requesters: a note never leaves the desk
 * @throws Error when the ticket has no request, which no transaction can have written
 */
export async function readThread(
  db: Database,
  tenantId: string,
  ticketId: string,
  withNotes: boolean,
): Promise<Thread> {
  const [rows, files] = await Promise.all([
    messagesOf(db, tenantId, ticketId),
    listAttachments(db, tenantId, ticketId),
  ]);
  const filesOf = (messageId: string) =>
    files.filter((file) => file.messageId === messageId).map(attachmentView);
  const request = rows.find(({ message }) => message.kind === 'request');
  if (!request) throw new Error(`ticket ${ticketId} has no request`);
  const shown = rows.filter(({ message }) => withNotes || message.kind !== 'note');
  return {
    request: request.message,
    messages: shown.map(({ message, agentName, guestName }) =>
      messageView(message, agentName ?? guestName ?? undefined, filesOf(message.id)),
    ),
  };
}

const messagesOf = (db: Database, tenantId: string, ticketId: string) =>
  db
    .select({ message: messages, agentName: agents.name, guestName: guests.name })
    .from(messages)
    .leftJoin(agents, and(eq(agents.tenantId, messages.tenantId), eq(agents.id, messages.authorId)))
    .leftJoin(guests, and(eq(guests.tenantId, messages.tenantId), eq(guests.id, messages.authorId)))
    .where(and(eq(messages.tenantId, tenantId), eq(messages.ticketId, ticketId)))
    .orderBy(messages.createdAt, messages.id);

/** A message as both sides see it; an agent is shown by the name the desk chose, a guest by theirs. */
export const messageView = (
  row: MessageRow,
  authorName: string | undefined,
  attachments: AttachmentView[],
): MessageView => ({
  id: row.id,
  kind: row.kind,
  author: row.authorKind,
  ...(row.authorKind !== 'requester' && authorName !== undefined ? { authorName } : {}),
  text: row.text,
  createdAt: row.createdAt.toISOString(),
  ...(row.erasedAt ? { erasedAt: row.erasedAt.toISOString() } : {}),
  attachments,
});

/** Undefined when this tenant has no such message. */
export async function messageKind(db: Database, tenantId: string, id: string) {
  const [row] = await db
    .select({ kind: messages.kind })
    .from(messages)
    .where(and(eq(messages.tenantId, tenantId), eq(messages.id, id)));
  return row?.kind;
}
