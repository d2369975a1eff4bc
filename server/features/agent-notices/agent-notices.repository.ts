import { and, eq, isNull } from 'drizzle-orm';
import type { Database, Transaction } from '#server/db/connect.ts';
import { newestFirst } from '#server/db/newest-first.ts';
import { agentNotices } from '#server/features/agent-notices/agent-notices.table.ts';
import { tickets } from '#server/features/tickets/tickets.table.ts';

const listLimit = 100;

/** What an agent has not seen yet and the tickets it is about, the newest first. */
export async function unseenNotices(db: Database, tenantId: string, agentId: string) {
  return db
    .select({ notice: agentNotices, ticket: tickets })
    .from(agentNotices)
    .innerJoin(
      tickets,
      and(eq(tickets.tenantId, agentNotices.tenantId), eq(tickets.id, agentNotices.ticketId)),
    )
    .where(
      and(
        eq(agentNotices.tenantId, tenantId),
        eq(agentNotices.agentId, agentId),
        isNull(agentNotices.seenAt),
      ),
    )
    .orderBy(newestFirst(agentNotices.at))
    .limit(listLimit);
}

/** Tells an agent at the desk of something that concerns a ticket. */
export async function notifyAgent(
  tx: Transaction,
  notice: typeof agentNotices.$inferInsert,
): Promise<void> {
  await tx.insert(agentNotices).values(notice);
}

/** A ticket calls nobody any more: its notices are done with, whoever they were for. */
export async function markNoticesSeen(
  tx: Transaction,
  tenantId: string,
  ticketId: string,
  at: Date,
): Promise<void> {
  await tx
    .update(agentNotices)
    .set({ seenAt: at })
    .where(
      and(
        eq(agentNotices.tenantId, tenantId),
        eq(agentNotices.ticketId, ticketId),
        isNull(agentNotices.seenAt),
      ),
    );
}
