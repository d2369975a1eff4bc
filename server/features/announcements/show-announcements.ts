import { and, asc, count, desc, eq, inArray } from 'drizzle-orm';
import type { AnnouncementView, DeliveryLog } from '#shared/wire/announcements.ts';
import type { Database } from '#server/db/connect.ts';
import {
  announcementDeliveries,
  announcements,
} from '#server/features/announcements/announcements.table.ts';
import { worksOf } from '#server/features/announcements/works-of.ts';
import { outbox } from '#server/features/outbox/outbox.table.ts';
import { requesters } from '#server/features/requesters/requesters.table.ts';

const shownRows = 100;
const loggedRows = 1000;

/** The announcements of a desk with how many they reached, the newest first. */
export async function showAnnouncements(
  db: Database,
  tenantId: string,
): Promise<AnnouncementView[]> {
  const rows = await db
    .select()
    .from(announcements)
    .where(eq(announcements.tenantId, tenantId))
    .orderBy(desc(announcements.id))
    .limit(shownRows);
  const counted = await db
    .select({ id: announcementDeliveries.announcementId, amount: count() })
    .from(announcementDeliveries)
    .where(eq(announcementDeliveries.tenantId, tenantId))
    .groupBy(announcementDeliveries.announcementId);
  const deliveries = new Map(counted.map(({ id, amount }) => [id, amount]));
  return rows.map(({ id, kind, texts, audience, publishAt, deliveredAt, ...row }) => ({
    id,
    kind,
    texts,
    audience,
    publishAt: publishAt.toISOString(),
    works: worksOf(row),
    shownUntil: row.shownUntil?.toISOString() ?? null,
    deliveredAt: deliveredAt?.toISOString() ?? null,
    deliveries: deliveries.get(id) ?? 0,
  }));
}

/** Who was told of an announcement, and where each letter stands. */
export async function showDeliveries(
  db: Database,
  tenantId: string,
  announcementId: string,
): Promise<DeliveryLog> {
  const rows = await db
    .select({
      requesterId: announcementDeliveries.requesterId,
      name: requesters.name,
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
      ),
    )
    .orderBy(asc(announcementDeliveries.contactSha256))
    .limit(loggedRows);
  return { rows: rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() })) };
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
