import { and, isNull, lt } from 'drizzle-orm';
import type { Deps } from '#server/deps.ts';
import { attachments } from '#server/features/attachments/attachments.table.ts';

const keptUnsentMs = 7 * 24 * 3_600_000;

/**
 * Removes uploads that no message took within a week (as long as a browser keeps what it could not
 * send), and what interrupted uploads left behind. Running it again, or on two servers, is harmless.
 */
export async function sweepAttachments({
  db,
  files,
  now,
}: Pick<Deps, 'db' | 'files' | 'now'>): Promise<void> {
  const before = new Date(now() - keptUnsentMs);
  const unsent = await db
    .delete(attachments)
    .where(and(isNull(attachments.messageId), lt(attachments.createdAt, before)))
    .returning({ tenantId: attachments.tenantId, id: attachments.id });
  for (const { tenantId, id } of unsent) await files.remove(tenantId, id);
  await files.removeUnfinished(before);
}
