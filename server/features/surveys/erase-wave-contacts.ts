import { and, eq, isNotNull, not, or } from 'drizzle-orm';
import type { Transaction } from '#server/db/connect.ts';
import { isMailboxOfSomebody } from '#server/features/contacts/digest-of-others.ts';
import { surveys } from '#server/features/surveys/surveys.table.ts';

/**
 * Takes the digests of one person's addresses out of the surveys of waves. That of a mailbox somebody else
 * has stays, so that they are asked once; so does the wish to be asked no more, which has to outlive who
 * wished it.
 *
 * @param digest that of their last address; null where none was known
 */
export async function eraseWaveContacts(
  tx: Transaction,
  tenantId: string,
  requesterId: string,
  digest: string | null,
): Promise<void> {
  const theirs = eq(surveys.requesterId, requesterId);
  await tx
    .update(surveys)
    .set({ contactSha256: null })
    .where(
      and(
        eq(surveys.tenantId, tenantId),
        digest === null ? theirs : or(theirs, eq(surveys.contactSha256, digest)),
        isNotNull(surveys.contactSha256),
        not(isMailboxOfSomebody(tenantId, surveys.contactSha256)),
      ),
    );
}
