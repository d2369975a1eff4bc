import { and, eq, not, or, sql } from 'drizzle-orm';
import type { Transaction } from '#server/db/connect.ts';
import { announcementDeliveries } from '#server/features/announcements/announcements.table.ts';
import { isMailboxOfSomebody } from '#server/features/contacts/digest-of-others.ts';

/**
 * Takes the digests of one person's addresses out of the delivery log, which keeps how many were told. That of
 * a mailbox somebody else has stays, so that they are told once.
 *
 * @param digest that of their last address; null where none was known
 */
export async function eraseDeliveries(
  tx: Transaction,
  tenantId: string,
  requesterId: string,
  digest: string | null,
): Promise<void> {
  const { contactSha256 } = announcementDeliveries;
  const theirs = eq(announcementDeliveries.requesterId, requesterId);
  await tx
    .update(announcementDeliveries)
    .set({ contactSha256: sql`'erased ' || ${announcementDeliveries.outboxId}` })
    .where(
      and(
        eq(announcementDeliveries.tenantId, tenantId),
        digest === null ? theirs : or(theirs, eq(contactSha256, digest)),
        not(isMailboxOfSomebody(tenantId, contactSha256)),
      ),
    );
}
