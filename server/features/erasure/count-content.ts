import { and, eq, isNull } from 'drizzle-orm';
import type { Database } from '#server/db/connect.ts';
import { attachments } from '#server/features/attachments/attachments.table.ts';
import type { ErasedContent } from '#server/features/erasure/erase-content.ts';
import { messages } from '#server/features/messages/messages.table.ts';

/** What an erasure would take away now. */
export async function countContent(
  db: Database,
  tenantId: string,
  ticketId: string,
): Promise<ErasedContent> {
  return {
    messages: await db.$count(
      messages,
      and(
        eq(messages.tenantId, tenantId),
        eq(messages.ticketId, ticketId),
        isNull(messages.erasedAt),
      ),
    ),
    files: await db.$count(
      attachments,
      and(
        eq(attachments.tenantId, tenantId),
        eq(attachments.ticketId, ticketId),
        isNull(attachments.erasedAt),
      ),
    ),
  };
}
