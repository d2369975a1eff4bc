import { and, eq, isNull } from 'drizzle-orm';
import type { Database, Transaction } from '#server/db/connect.ts';
import { sha256 } from '#server/digest.ts';
import {
  announcementDeliveries,
  announcements,
} from '#server/features/announcements/announcements.table.ts';
import { contactsAfter, type Contact } from '#server/features/contacts/contacts.repository.ts';
import { putLetters } from '#server/features/outbox/put-letters.ts';
import type { ClaimedTimer, TimerHandler } from '#server/jobs/timer-handler.ts';
import { smallBatches, type Handlers } from '#test/support/publications/world.ts';

/** Writes letters and their log lines for everybody; how a contact is named there is up to the caller. */
async function tellAll(
  tx: Transaction,
  { tenantId, subjectId: announcementId }: ClaimedTimer,
  at: Date,
  nameOf: (contact: Contact) => string,
): Promise<void> {
  const { contacts } = await contactsAfter(tx, tenantId, null, 100);
  for (const contact of contacts) {
    const { email: recipient, locale, requesterId } = contact;
    const named = { tenantId, announcementId, contactSha256: nameOf(contact) };
    const letter = { tenantId, requesterId, kind: 'announcement' as const, recipient, locale };
    const [outboxId = 0] = await putLetters(
      tx,
      [{ ...letter, params: { announcement: announcementId } }],
      at,
    );
    await tx
      .insert(announcementDeliveries)
      .values({ ...named, channel: 'mail', requesterId, outboxId, at })
      .onConflictDoNothing();
  }
}

const broken =
  (
    tell: (steady: Database, tx: Transaction, timer: ClaimedTimer, now: Date) => Promise<void>,
  ): Handlers =>
  (deps, steady) => {
    const deliver: TimerHandler = async (tx, due, now) => {
      for (const timer of due) {
        const here = and(
          eq(announcements.tenantId, timer.tenantId),
          eq(announcements.id, timer.subjectId),
        );
        const left = await tx.$count(announcements, and(here, isNull(announcements.deliveredAt)));
        if (left === 0) continue;
        await tell(steady, tx, timer, now);
        await tx.update(announcements).set({ deliveredAt: now }).where(here);
      }
    };
    return { ...smallBatches(deps, steady), 'announcement.deliver': deliver };
  };

/** Letters are committed before the mark that they are written: who dies between writes them again. */
export const marksAfterCommit = broken((steady, _tx, timer, now) =>
  steady.transaction((own) => tellAll(own, timer, now, ({ sha256: digest }) => digest)),
);

/** The key tells how an address is written, and not which mailbox it is of. */
export const lacksTheKey = broken((_steady, tx, timer, now) =>
  tellAll(tx, timer, now, ({ email }) => sha256(email)),
);
