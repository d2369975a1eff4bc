import { and, eq, isNull, lt, lte, sql } from 'drizzle-orm';
import type { Database } from '#server/db/connect.ts';
import { inTransaction } from '#server/db/transact.ts';
import { agentsToldOfVendorPortal } from '#server/features/agent-notices/agent-notices.repository.ts';
import { notifyHeads } from '#server/features/agent-notices/notify-heads.ts';
import { readBody, type LoggedEvent } from '#server/features/event-log/event-body.ts';
import { ticketEvents } from '#server/features/event-log/ticket-events.table.ts';
import {
  vendorPortalNews,
  vendorPortalPushes,
  type VendorPortalNewsRow,
  type VendorPortalPushRow,
} from '#server/features/vendor-portal/vendor-portal.table.ts';

const pushAt = ({ tenantId, seq }: Pick<VendorPortalPushRow, 'tenantId' | 'seq'>) =>
  and(eq(vendorPortalPushes.tenantId, tenantId), eq(vendorPortalPushes.seq, seq));

/** A push that is tried, with the event that it tells. */
export interface TriedPush {
  readonly push: VendorPortalPushRow;
  readonly event: LoggedEvent;
}

/** Begins the next push that may be tried: of one ticket none overtakes another. */
export async function beginPush(
  db: Database,
  tenantId: string,
  now: Date,
): Promise<TriedPush | undefined> {
  const earlier = sql`exists (select from vendor_portal_pushes e
    where e.tenant_id = vendor_portal_pushes.tenant_id and e.ticket_id = vendor_portal_pushes.ticket_id
      and e.state = 'waiting' and e.seq < vendor_portal_pushes.seq)`;
  const next = db
    .select({ seq: vendorPortalPushes.seq })
    .from(vendorPortalPushes)
    .where(
      and(
        eq(vendorPortalPushes.tenantId, tenantId),
        eq(vendorPortalPushes.state, 'waiting'),
        lte(vendorPortalPushes.tryAt, now),
        sql`not ${earlier}`,
      ),
    )
    .orderBy(vendorPortalPushes.seq)
    .limit(1);
  const [push] = await db
    .update(vendorPortalPushes)
    .set({ attempts: sql`${vendorPortalPushes.attempts} + 1` })
    .where(
      and(eq(vendorPortalPushes.tenantId, tenantId), sql`${vendorPortalPushes.seq} in ${next}`),
    )
    .returning();
  if (!push) return undefined;
  const [logged] = await db
    .select()
    .from(ticketEvents)
    .where(and(eq(ticketEvents.tenantId, tenantId), eq(ticketEvents.seq, push.seq)));
  if (!logged) return undefined;
  const { seq, ticketId, kind, at, body } = logged;
  return { push, event: { seq, ticketId, kind, at, ...readBody(body) } };
}

/**
 * Writes down how an attempt ended, unless somebody else began another one meanwhile. Of one that is given up the
 * heads of the desk get one notice, until they have seen it.
 */
export async function settlePush(
  db: Database,
  push: VendorPortalPushRow,
  after: Partial<VendorPortalPushRow>,
  at: Date,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const [settled] = await tx
      .update(vendorPortalPushes)
      .set(after)
      .where(and(pushAt(push), eq(vendorPortalPushes.attempts, push.attempts)))
      .returning({ state: vendorPortalPushes.state });
    if (settled?.state !== 'dead') return;
    const { tenantId } = push;
    const told = await agentsToldOfVendorPortal(tx, tenantId);
    await notifyHeads(tx, { tenantId, kind: 'vendor_portal_failed', at }, told);
  });
}

/** Whether something of a ticket may have been told of which nobody knows yet. */
export const isUnsure = async (
  db: Database,
  tenantId: string,
  ticketId: string,
): Promise<boolean> =>
  (await db.$count(
    vendorPortalPushes,
    and(
      eq(vendorPortalPushes.tenantId, tenantId),
      eq(vendorPortalPushes.ticketId, ticketId),
      eq(vendorPortalPushes.state, 'waiting'),
      sql`${vendorPortalPushes.attempts} > 0`,
    ),
  )) > 0;

const newsAt = ({ tenantId, sha256 }: Pick<VendorPortalNewsRow, 'tenantId' | 'sha256'>) =>
  and(eq(vendorPortalNews.tenantId, tenantId), eq(vendorPortalNews.sha256, sha256));

/** Keeps what a portal told. Told again it is looked into again: what it is about is read there each time. */
export async function keepNews(
  db: Database,
  news: Omit<VendorPortalNewsRow, 'attempts' | 'outcome'>,
): Promise<void> {
  const { receivedAt, tryAt } = news;
  await db
    .insert(vendorPortalNews)
    .values(news)
    .onConflictDoUpdate({
      target: [vendorPortalNews.tenantId, vendorPortalNews.sha256],
      set: { receivedAt, tryAt, attempts: 0, outcome: null },
    });
}

/** Begins to look into the oldest news that wait. */
export async function beginNews(
  db: Database,
  tenantId: string,
  now: Date,
): Promise<VendorPortalNewsRow | undefined> {
  const next = db
    .select({ sha256: vendorPortalNews.sha256 })
    .from(vendorPortalNews)
    .where(
      and(
        eq(vendorPortalNews.tenantId, tenantId),
        isNull(vendorPortalNews.outcome),
        lte(vendorPortalNews.tryAt, now),
      ),
    )
    .orderBy(vendorPortalNews.tryAt)
    .limit(1);
  const [news] = await db
    .update(vendorPortalNews)
    .set({ attempts: sql`${vendorPortalNews.attempts} + 1` })
    .where(and(eq(vendorPortalNews.tenantId, tenantId), sql`${vendorPortalNews.sha256} in ${next}`))
    .returning();
  return news;
}

/** Writes down what became of news, or when they are looked into again. */
export async function settleNews(
  db: Database,
  news: VendorPortalNewsRow,
  after: Partial<VendorPortalNewsRow>,
): Promise<void> {
  await db
    .update(vendorPortalNews)
    .set(after)
    .where(and(newsAt(news), eq(vendorPortalNews.attempts, news.attempts)));
}

/** Forgets what came through or was looked into before an instant. */
export async function sweepVendorPortals(db: Database, before: Date): Promise<void> {
  await db.delete(vendorPortalPushes).where(lt(vendorPortalPushes.deliveredAt, before));
  await db
    .delete(vendorPortalNews)
    .where(
      and(lt(vendorPortalNews.receivedAt, before), sql`${vendorPortalNews.outcome} is not null`),
    );
}
