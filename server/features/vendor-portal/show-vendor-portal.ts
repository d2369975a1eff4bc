import { and, desc, eq, lt } from 'drizzle-orm';
import type { PushedKind } from '#shared/pushed-kinds.ts';
import type { VendorPortalPushes, VendorPortalState } from '#shared/wire/vendor-portal.ts';
import type { Database } from '#server/db/connect.ts';
import type { Deps } from '#server/deps.ts';
import { ticketEvents } from '#server/features/event-log/ticket-events.table.ts';
import { shownNumber } from '#server/features/tickets/present-receipt.ts';
import { tickets } from '#server/features/tickets/tickets.table.ts';
import { restOf } from '#server/features/portals/portal-paces.repository.ts';
import { leftRecords } from '#server/features/vendor-portal/former-records.ts';
import { recordUrl } from '#server/features/vendor-portal/record-url.ts';
import {
  vendorPortalPushes,
  type VendorPortalPushRow,
} from '#server/features/vendor-portal/vendor-portal.table.ts';
import { findVendorPortal } from '#server/features/vendor-portal/vendor-portals.repository.ts';
import { pageOf } from '#server/http/page.ts';

const countIn = (db: Database, tenantId: string, state: VendorPortalPushRow['state']) =>
  db.$count(
    vendorPortalPushes,
    and(eq(vendorPortalPushes.tenantId, tenantId), eq(vendorPortalPushes.state, state)),
  );

const mostLeft = 50;

/** How a vendor's own portal stands, and what has to be deleted by hand in it or in former ones. */
export async function showVendorPortal(
  { db, policies, now }: Pick<Deps, 'db' | 'policies' | 'now'>,
  tenantId: string,
): Promise<VendorPortalState> {
  const pack = policies.inForce(tenantId, now())?.pack;
  const portal = await findVendorPortal(db, tenantId);
  if (!portal) return { portal: null, left: [] };
  const { host, connectedAt, stoppedAt, sealedEventKey, lastPushAt, lastError } = portal;
  const [waiting, dead, restsUntil, left] = await Promise.all([
    countIn(db, tenantId, 'waiting'),
    countIn(db, tenantId, 'dead'),
    restOf(db, { tenantId, host }, new Date(now())),
    leftRecords(db, tenantId, mostLeft),
  ]);
  return {
    portal: {
      host,
      connectedAt: connectedAt.toISOString(),
      stoppedAt: stoppedAt?.toISOString() ?? null,
      listens: sealedEventKey !== null,
      lastPushAt: lastPushAt?.toISOString() ?? null,
      lastError,
      restsUntil: restsUntil?.toISOString() ?? null,
      waiting,
      dead,
    },
    left: left.map(({ record, number }) => ({
      ticket: record.ticketId,
      number: pack ? shownNumber(pack, number) : String(number),
      key: record.key,
      type: record.type,
      remoteId: record.remoteId,
      url: recordUrl(portal, record),
    })),
  };
}

/** Which page of what the portal is shown. */
export interface PushesAsked {
  readonly tenantId: string;
  readonly state?: VendorPortalPushRow['state'] | undefined;
  /** Events before this place of the log. */
  readonly before: number | undefined;
  readonly limit: number;
}

/** A page of what a vendor's own portal was shown or is to be, the newest event first. */
export async function showPushes(
  { db, policies, now }: Pick<Deps, 'db' | 'policies' | 'now'>,
  { tenantId, state, before, limit }: PushesAsked,
): Promise<VendorPortalPushes> {
  const pack = policies.inForce(tenantId, now())?.pack;
  const found = await db
    .select({ push: vendorPortalPushes, kind: ticketEvents.kind, number: tickets.number })
    .from(vendorPortalPushes)
    .innerJoin(
      ticketEvents,
      and(
        eq(ticketEvents.tenantId, vendorPortalPushes.tenantId),
        eq(ticketEvents.seq, vendorPortalPushes.seq),
      ),
    )
    .innerJoin(
      tickets,
      and(
        eq(tickets.tenantId, vendorPortalPushes.tenantId),
        eq(tickets.id, vendorPortalPushes.ticketId),
      ),
    )
    .where(
      and(
        eq(vendorPortalPushes.tenantId, tenantId),
        state && eq(vendorPortalPushes.state, state),
        before === undefined ? undefined : lt(vendorPortalPushes.seq, before),
      ),
    )
    .orderBy(desc(vendorPortalPushes.seq))
    .limit(limit + 1);
  const { rows, next } = pageOf(found, limit, ({ push }) => String(push.seq));
  return {
    rows: rows.map(({ push, kind, number }) => ({
      seq: push.seq,
      // nothing else is noted
      kind: kind as PushedKind,
      ticket: push.ticketId,
      number: pack ? shownNumber(pack, number) : String(number),
      state: push.state,
      attempts: push.attempts,
      tryAt: push.state === 'waiting' ? push.tryAt.toISOString() : null,
      deliveredAt: push.deliveredAt?.toISOString() ?? null,
      lastError: push.lastError,
    })),
    next,
  };
}
