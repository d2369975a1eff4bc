import { and, eq, isNull, ne, sql, type SQL } from 'drizzle-orm';
import type { Database, Transaction } from '#server/db/connect.ts';
import { newestFirst } from '#server/db/newest-first.ts';
import { agentNotices } from '#server/features/agent-notices/agent-notices.table.ts';
import { portals } from '#server/features/portals/portals.table.ts';
import { tickets } from '#server/features/tickets/tickets.table.ts';
import { vendorPortals } from '#server/features/vendor-portal/vendor-portal.table.ts';
import { webhooks } from '#server/features/webhooks/webhooks.table.ts';

/** Where a notice stands among those of its agent. */
export type NoticePlace = Pick<typeof agentNotices.$inferSelect, 'at' | 'id'>;

/** What an agent has not seen yet and the tickets and receivers it is about, the newest first. */
export async function unseenNotices(
  db: Database,
  { tenantId, agentId }: { readonly tenantId: string; readonly agentId: string },
  after: NoticePlace | undefined,
  limit: number,
) {
  const { at, id } = agentNotices;
  const behind =
    after && sql`(${at}, ${id}) < (${after.at.toISOString()}::timestamptz, ${after.id}::bigint)`;
  return db
    .select({
      notice: agentNotices,
      ticket: tickets,
      webhook: webhooks,
      portalHost: vendorPortals.host,
      portalDomain: portals.domain,
    })
    .from(agentNotices)
    .leftJoin(
      tickets,
      and(eq(tickets.tenantId, agentNotices.tenantId), eq(tickets.id, agentNotices.ticketId)),
    )
    .leftJoin(
      webhooks,
      and(eq(webhooks.tenantId, agentNotices.tenantId), eq(webhooks.id, agentNotices.webhookId)),
    )
    .leftJoin(
      vendorPortals,
      and(
        eq(vendorPortals.tenantId, agentNotices.tenantId),
        eq(agentNotices.kind, 'vendor_portal_failed'),
      ),
    )
    .leftJoin(
      portals,
      and(eq(portals.tenantId, agentNotices.tenantId), eq(portals.memberId, agentNotices.portalId)),
    )
    .where(
      and(
        eq(agentNotices.tenantId, tenantId),
        eq(agentNotices.agentId, agentId),
        isNull(agentNotices.seenAt),
        behind,
      ),
    )
    .orderBy(newestFirst(at), newestFirst(id))
    .limit(limit);
}

/** Tells agents at the desk of something. */
export async function notifyAgents(
  tx: Transaction,
  notices: readonly (typeof agentNotices.$inferInsert)[],
): Promise<void> {
  if (notices.length > 0) await tx.insert(agentNotices).values([...notices]);
}

/** Agents who have a notice of a receiver that they have not seen. */
export const agentsToldOfWebhook = (
  tx: Transaction,
  tenantId: string,
  webhookId: string,
): Promise<ReadonlySet<string>> => agentsTold(tx, tenantId, eq(agentNotices.webhookId, webhookId));

/** Agents who have a notice of the vendor's own portal that they have not seen. */
export const agentsToldOfVendorPortal = (
  tx: Transaction,
  tenantId: string,
): Promise<ReadonlySet<string>> =>
  agentsTold(tx, tenantId, eq(agentNotices.kind, 'vendor_portal_failed'));

/** Agents who have a notice of a portal whose contract is to be decided on that they have not seen. */
export const agentsToldOfContracts = (
  tx: Transaction,
  tenantId: string,
): Promise<ReadonlySet<string>> =>
  agentsTold(tx, tenantId, eq(agentNotices.kind, 'portal_contract_asked'));

/** Agents who have a notice of a customer's portal that they have not seen. */
export const agentsToldOfPortal = (
  tx: Transaction,
  tenantId: string,
  memberId: string,
): Promise<ReadonlySet<string>> => agentsTold(tx, tenantId, eq(agentNotices.portalId, memberId));

async function agentsTold(
  tx: Transaction,
  tenantId: string,
  which: SQL,
): Promise<ReadonlySet<string>> {
  const rows = await tx
    .select({ agentId: agentNotices.agentId })
    .from(agentNotices)
    .where(and(eq(agentNotices.tenantId, tenantId), which, isNull(agentNotices.seenAt)));
  return new Set(rows.map(({ agentId }) => agentId));
}

/** A receiver is told again: nobody has to see to it. */
export const markWebhookSeen = (
  tx: Transaction,
  tenantId: string,
  webhookId: string,
  at: Date,
): Promise<void> => markSeen(tx, tenantId, at, eq(agentNotices.webhookId, webhookId));

/** The vendor's own portal is told again: nobody has to see to it. */
export const markVendorPortalSeen = (tx: Transaction, tenantId: string, at: Date): Promise<void> =>
  markSeen(tx, tenantId, at, eq(agentNotices.kind, 'vendor_portal_failed'));

/** No portal's contract is to be decided on any more. */
export const markContractsSeen = (tx: Transaction, tenantId: string, at: Date): Promise<void> =>
  markSeen(tx, tenantId, at, eq(agentNotices.kind, 'portal_contract_asked'));

/** A letter is under way again: nobody has to see to it. */
export const markLetterSeen = (
  tx: Transaction,
  tenantId: string,
  letterId: number,
  at: Date,
): Promise<void> => markSeen(tx, tenantId, at, eq(agentNotices.letterId, letterId));

/** An agent has seen one of their notices; a call ends only when its ticket is taken up. */
export const markNoticeSeen = (
  db: Database,
  { tenantId, agentId, id }: { readonly tenantId: string; agentId: string; id: number },
  at: Date,
): Promise<void> =>
  markSeen(
    db,
    tenantId,
    at,
    eq(agentNotices.agentId, agentId),
    eq(agentNotices.id, id),
    ne(agentNotices.kind, 'critical_call'),
  );

/** A ticket calls nobody any more: its notices are done with, whoever they were for. */
export const markNoticesSeen = (
  tx: Transaction,
  tenantId: string,
  ticketId: string,
  at: Date,
): Promise<void> =>
  markSeen(
    tx,
    tenantId,
    at,
    eq(agentNotices.ticketId, ticketId),
    eq(agentNotices.kind, 'critical_call'),
  );

/** Those of a tenant that meet all of it and have not been seen. */
async function markSeen(
  db: Database,
  tenantId: string,
  at: Date,
  ...which: readonly SQL[]
): Promise<void> {
  await db
    .update(agentNotices)
    .set({ seenAt: at })
    .where(and(eq(agentNotices.tenantId, tenantId), ...which, isNull(agentNotices.seenAt)));
}
