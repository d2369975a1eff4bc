import { and, eq, isNotNull, isNull, or, sql, type SQL } from 'drizzle-orm';
import type { Database, Transaction } from '#server/db/connect.ts';
import { ticketEvents } from '#server/features/event-log/ticket-events.table.ts';
import { tickets } from '#server/features/tickets/tickets.table.ts';
import {
  vendorPortalPushes,
  vendorPortalRecords,
  vendorPortals,
  type VendorPortalRow,
} from '#server/features/vendor-portal/vendor-portal.table.ts';

const { formerHost, key, tenantId: tenant } = vendorPortalRecords;
const ofTenant = (tenantId: string, ...more: readonly (SQL | undefined)[]) =>
  and(eq(tenant, tenantId), ...more);

/** Keeps in mind what stands in a portal that another one takes the place of. */
export async function leaveRecords(
  tx: Transaction,
  { tenantId, host, settings }: Pick<VendorPortalRow, 'tenantId' | 'host' | 'settings'>,
): Promise<void> {
  await tx
    .update(vendorPortalRecords)
    .set({
      key: sql`${`${host}/`} || ${key}`,
      formerHost: host,
      formerEntityTypeId: settings.item?.entityTypeId ?? null,
    })
    .where(ofTenant(tenantId, isNull(formerHost)));
}

/** What stands in a portal that is connected again is told on. */
export async function takeUpRecords(
  tx: Transaction,
  { tenantId, host }: Pick<VendorPortalRow, 'tenantId' | 'host'>,
): Promise<void> {
  await tx
    .update(vendorPortalRecords)
    .set({
      key: sql`substr(${key}, ${host.length + 2}::int)`,
      formerHost: null,
      formerEntityTypeId: null,
    })
    .where(ofTenant(tenantId, eq(formerHost, host)));
}

/** Has every erasure carried out of which a connected portal has not heard. */
export async function oweErasures(tx: Transaction, tenantId: string, at: Date): Promise<void> {
  await tx.execute(sql`
    insert into ${vendorPortalPushes} (tenant_id, seq, ticket_id, state, try_at)
    select distinct on (e.ticket_id) ${tenantId}, e.seq, e.ticket_id, 'waiting', ${at.toISOString()}::timestamptz
    from ${vendorPortalRecords} r join ${ticketEvents} e
      on e.tenant_id = r.tenant_id and e.ticket_id = r.ticket_id and e.kind = 'content_erased'
    where r.tenant_id = ${tenantId} and r.former_host is null and r.erased_at is null
    order by e.ticket_id, e.seq desc
    on conflict do nothing`);
}

/** Not where its portal is told of erasures. */
const isLeft = and(
  isNull(vendorPortalRecords.erasedAt),
  or(isNotNull(formerHost), isNotNull(vendorPortals.stoppedAt)),
);

/** How much of a ticket stands in portals that are told nothing more, and has to be deleted there by hand. */
export async function countLeft(db: Database, tenantId: string, ticketId: string): Promise<number> {
  const rows = await db
    .select({ key })
    .from(vendorPortalRecords)
    .innerJoin(vendorPortals, eq(vendorPortals.tenantId, tenant))
    .where(ofTenant(tenantId, eq(vendorPortalRecords.ticketId, ticketId), isLeft));
  return rows.length;
}

/** The same of all erased tickets of a vendor, the oldest first. */
export const leftRecords = (db: Database, tenantId: string, limit: number) =>
  db
    .select({ record: vendorPortalRecords, number: tickets.number })
    .from(vendorPortalRecords)
    .innerJoin(vendorPortals, eq(vendorPortals.tenantId, tenant))
    .innerJoin(
      tickets,
      and(eq(tickets.tenantId, tenant), eq(tickets.id, vendorPortalRecords.ticketId)),
    )
    .where(ofTenant(tenantId, isNotNull(tickets.erasedAt), isLeft))
    .orderBy(vendorPortalRecords.createdAt, vendorPortalRecords.ticketId, key)
    .limit(limit);
