import { and, asc, count, desc, eq, gt, inArray, lt } from 'drizzle-orm';
import type { AnnouncementList, DeliveryLog } from '#shared/wire/announcements.ts';
import type { Database } from '#server/db/connect.ts';
import {
  announcementDeliveries,
  announcements,
} from '#server/features/announcements/announcements.table.ts';
import { worksOf } from '#server/features/announcements/works-of.ts';
import { outbox } from '#server/features/outbox/outbox.table.ts';
import { requesters } from '#server/features/requesters/requesters.table.ts';
import { pageOf } from '#server/http/page.ts';

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
  return {
    rows: rows.map(({ id, kind, texts, audience, publishAt, deliveredAt, ...row }) => ({
      id,
      kind,
      texts,
      audience,
      publishAt: publishAt.toISOString(),
      works: worksOf(row),
      shownUntil: row.shownUntil?.toISOString() ?? null,
      deliveredAt: deliveredAt?.toISOString() ?? null,
      deliveries: counts.get(id)?.amount ?? 0,
    })),
    next,
  };
}

/** A page of who was told of an announcement, and where each letter stands. */
export async function showDeliveries(
  db: Database,
  tenantId: string,
  announcementId: string,
  { after, limit }: PageAsked,
): Promise<DeliveryLog> {
  const found = await db
    .select({
      id: announcementDeliveries.outboxId,
      contact: announcementDeliveries.contactSha256,
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
        after === undefined ? undefined : gt(announcementDeliveries.contactSha256, after),
      ),
    )
    .orderBy(asc(announcementDeliveries.contactSha256))
    .limit(limit + 1);
  const { rows, next } = pageOf(found, limit, ({ contact }) => contact);
  return {
    rows: rows.map(({ id, contact: _contact, at, ...row }) => ({
      ...row,
      id: String(id),
      at: at.toISOString(),
    })),
    next,
  };
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
