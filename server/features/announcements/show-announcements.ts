import { and, asc, count, desc, eq, gt, inArray, lt } from 'drizzle-orm';
import { fail, succeed, type Result } from '#shared/result.ts';
import type {
  AnnouncementList,
  AnnouncementView,
  DeliveryLog,
} from '#shared/wire/announcements.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Database } from '#server/db/connect.ts';
import {
  announcementDeliveries,
  announcements,
  type AnnouncementRow,
} from '#server/features/announcements/announcements.table.ts';
import type { AnnouncementPlace } from '#server/features/announcements/lock-announcement.ts';
import { worksOf } from '#server/features/announcements/works-of.ts';
import { outbox } from '#server/features/outbox/outbox.table.ts';
import { requesters } from '#server/features/requesters/requesters.table.ts';
import { pageOf } from '#server/http/page.ts';
import { maskEmail } from '#server/policy/widget/mask.ts';

/** Which page of a list is read. */
interface PageAsked {
  readonly after?: string | undefined;
  readonly limit: number;
}

/** A page of a desk's announcements with how many they reached, the newest first. */
export async function showAnnouncements(
  db: Database,
  tenantId: string,
  { after, limit }: PageAsked,
): Promise<AnnouncementList> {
  const found = await db
    .select()
    .from(announcements)
    .where(
      and(
        eq(announcements.tenantId, tenantId),
        after === undefined ? undefined : lt(announcements.id, after),
      ),
    )
    .orderBy(desc(announcements.id))
    .limit(limit + 1);
  const { rows, next } = pageOf(found, limit, ({ id }) => id);
  const counts = await deliveryCounts(
    db,
    tenantId,
    rows.map(({ id }) => id),
  );
  return { rows: rows.map((row) => viewOf(row, counts.get(row.id)?.amount)), next };
}

/** One announcement. Fails with `announcement.not_found`. */
export async function readAnnouncement(
  db: Database,
  { tenantId, id }: AnnouncementPlace,
): Promise<Result<AnnouncementView, Problem>> {
  const [row] = await db
    .select()
    .from(announcements)
    .where(and(eq(announcements.tenantId, tenantId), eq(announcements.id, id)));
  if (!row) return fail({ code: 'announcement.not_found' });
  const counts = await deliveryCounts(db, tenantId, [id]);
  return succeed(viewOf(row, counts.get(id)?.amount));
}

const viewOf = (
  { id, version, kind, texts, audience, ...row }: AnnouncementRow,
  deliveries = 0,
): AnnouncementView => ({
  id,
  version,
  kind,
  texts,
  audience,
  publishAt: row.publishAt.toISOString(),
  works: worksOf(row),
  shownUntil: row.shownUntil?.toISOString() ?? null,
  deliveredAt: row.deliveredAt?.toISOString() ?? null,
  withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
  deliveries,
});

/**
 * A page of who was told of an announcement, and where each letter stands. Fails with
 * `announcement.not_found`.
 */
export async function showDeliveries(
  db: Database,
  { tenantId, id: announcementId }: AnnouncementPlace,
  { after, limit }: PageAsked,
): Promise<Result<DeliveryLog, Problem>> {
  const itself = and(eq(announcements.tenantId, tenantId), eq(announcements.id, announcementId));
  if ((await db.$count(announcements, itself)) === 0) {
    return fail({ code: 'announcement.not_found' });
  }
  const found = await db
    .select({
      id: announcementDeliveries.outboxId,
      contact: announcementDeliveries.contactSha256,
      requesterId: announcementDeliveries.requesterId,
      name: requesters.name,
      recipient: outbox.recipient,
      channel: announcementDeliveries.channel,
      at: announcementDeliveries.at,
      state: outbox.state,
    })
    .from(announcementDeliveries)
    .innerJoin(
      outbox,
      and(
        eq(outbox.tenantId, announcementDeliveries.tenantId),
        eq(outbox.id, announcementDeliveries.outboxId),
      ),
    )
    .leftJoin(
      requesters,
      and(
        eq(requesters.tenantId, announcementDeliveries.tenantId),
        eq(requesters.id, announcementDeliveries.requesterId),
      ),
    )
    .where(
      and(
        eq(announcementDeliveries.tenantId, tenantId),
        eq(announcementDeliveries.announcementId, announcementId),
        after === undefined ? undefined : gt(announcementDeliveries.contactSha256, after),
      ),
    )
    .orderBy(asc(announcementDeliveries.contactSha256))
    .limit(limit + 1);
  const { rows, next } = pageOf(found, limit, ({ contact }) => contact);
  return succeed({
    rows: rows.map(({ id, contact: _contact, recipient, at, ...row }) => ({
      ...row,
      contact: recipient === '' ? null : maskEmail(recipient),
      id: String(id),
      at: at.toISOString(),
    })),
    next,
  });
}

/** How many contacts announcements have reached, and since when everybody; unknown ids are absent. */
export async function deliveryCounts(
  db: Database,
  tenantId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly amount: number; readonly deliveredAt: Date | null }>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({
      id: announcements.id,
      deliveredAt: announcements.deliveredAt,
      amount: count(announcementDeliveries.contactSha256),
    })
    .from(announcements)
    .leftJoin(
      announcementDeliveries,
      and(
        eq(announcementDeliveries.tenantId, announcements.tenantId),
        eq(announcementDeliveries.announcementId, announcements.id),
      ),
    )
    .where(and(eq(announcements.tenantId, tenantId), inArray(announcements.id, [...ids])))
    .groupBy(announcements.id, announcements.deliveredAt);
  return new Map(rows.map(({ id, amount, deliveredAt }) => [id, { amount, deliveredAt }]));
}
