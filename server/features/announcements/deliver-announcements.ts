import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Audience } from '#shared/wire/announcements.ts';
import type { Transaction } from '#server/db/connect.ts';
import {
  announcementDeliveries,
  announcements,
  type AnnouncementRow,
} from '#server/features/announcements/announcements.table.ts';
import { affectedHolders, type Holder } from '#server/features/contacts/affected-holders.ts';
import { keepContacts } from '#server/features/contacts/contacts-lock.ts';
import { contactsAfter, onePerMailbox } from '#server/features/contacts/contacts.repository.ts';
import { putLetters } from '#server/features/outbox/put-letters.ts';
import { knownProducts } from '#server/features/releases/releases.repository.ts';
import { armTimers } from '#server/jobs/arm-timers.ts';
import { lockUnlessHeld } from '#server/jobs/lock-unless-held.ts';
import type { ClaimedTimer, TimerHandler } from '#server/jobs/timer-handler.ts';
import { productOf } from '#server/policy/decision/product-of.ts';

/**
 * The time of an announcement has come: letters to a batch of its audience, then the next batch. Letters,
 * log and place are one transaction, so a worker that dies goes on where it was, and nobody is told twice.
 *
 * @param batch contacts that one transaction serves
 */
export const deliverAnnouncements =
  (batch = 200): TimerHandler =>
  async (tx, due, now) => {
    const held: ClaimedTimer[] = [];
    for (const timer of due) {
      const announcement = await lockUndelivered(tx, timer);
      if (announcement === undefined) continue;
      if (announcement === 'held' || !(await keepContacts(tx, timer.tenantId))) held.push(timer);
      else await deliverBatch(tx, announcement, now, batch);
    }
    return held;
  };

async function deliverBatch(
  tx: Transaction,
  { tenantId, id, audience, deliveredTo }: AnnouncementRow,
  now: Date,
  batch: number,
): Promise<void> {
  const { contacts, last } =
    audience.kind === 'holders' || audience.kind === 'organisation'
      ? await affectedHolders(tx, tenantId, audience, deliveredTo, batch)
      : await contactsAfter(tx, tenantId, deliveredTo, batch);
  const before = await alreadyTold(tx, tenantId, id, contacts);
  const products = audience.kind === 'product' ? await knownProducts(tx, tenantId) : [];
  const concerned = onePerMailbox(contacts.filter((one) => concerns(audience, one, products)));
  const fresh = concerned.filter(({ sha256 }) => !before.has(sha256));
  if (fresh.length > 0) {
    const letters = fresh.map(({ email, locale, requesterId }) => ({
      tenantId,
      requesterId,
      kind: 'announcement' as const,
      recipient: email,
      locale,
      params: { announcement: id },
    }));
    const ids = await putLetters(tx, letters, now);
    const log = ids.flatMap((outboxId, index) => {
      const told = fresh[index];
      if (!told) return [];
      const { sha256: contactSha256, requesterId } = told;
      const row = { tenantId, announcementId: id, contactSha256, requesterId, outboxId, at: now };
      return [{ ...row, channel: 'mail' as const }];
    });
    await tx.insert(announcementDeliveries).values(log);
  }
  await tx
    .update(announcements)
    .set(last === null ? { deliveredAt: now } : { deliveredTo: last })
    .where(and(eq(announcements.tenantId, tenantId), eq(announcements.id, id)));
  if (last !== null)
    await armTimers(tx, [{ tenantId, subjectId: id, kind: 'announcement.deliver', fireAt: now }]);
}

const concerns = (
  audience: Audience,
  { plan, version, product }: Holder,
  products: readonly string[],
): boolean => {
  switch (audience.kind) {
    case 'all':
    case 'holders':
    case 'organisation':
      return true;
    case 'plan':
      return plan === audience.plan;
    case 'version':
      return version === audience.version;
    case 'product':
      return productOf(product, products) === audience.product;
  }
};

async function alreadyTold(
  tx: Transaction,
  tenantId: string,
  announcementId: string,
  contacts: readonly Holder[],
): Promise<Set<string>> {
  const rows = await tx
    .select({ sha256: announcementDeliveries.contactSha256 })
    .from(announcementDeliveries)
    .where(
      and(
        eq(announcementDeliveries.tenantId, tenantId),
        eq(announcementDeliveries.announcementId, announcementId),
        inArray(
          announcementDeliveries.contactSha256,
          contacts.map((one) => one.sha256),
        ),
      ),
    );
  return new Set(rows.map((row) => row.sha256));
}

const lockUndelivered = (tx: Transaction, { tenantId, subjectId }: ClaimedTimer) =>
  lockUnlessHeld<AnnouncementRow>(() =>
    tx
      .select()
      .from(announcements)
      .where(
        and(
          eq(announcements.tenantId, tenantId),
          eq(announcements.id, subjectId),
          isNull(announcements.deliveredAt),
          isNull(announcements.withdrawnAt),
        ),
      ),
  );
