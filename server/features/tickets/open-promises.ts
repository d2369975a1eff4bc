import { and, eq, gt, gte } from 'drizzle-orm';
import type { Database } from '#server/db/connect.ts';
import { tickets, type TicketRow } from '#server/features/tickets/tickets.table.ts';

const pageSize = 1000;

/** Which promises that run. */
export interface OpenPromises {
  /** Later due instants only. */
  readonly now: Date;
  /** Tickets received since then only. */
  readonly receivedSince?: Date | undefined;
}

/** Tickets whose first response is promised, not given and not overdue, a page at a time. */
export async function* openPromises(
  db: Database,
  tenantId: string,
  which: OpenPromises,
): AsyncGenerator<TicketRow> {
  let after = 0;
  let page: TicketRow[];
  do {
    page = await pageOf(db, tenantId, which, after);
    yield* page;
    after = page.at(-1)?.number ?? after;
  } while (page.length === pageSize);
}

async function pageOf(
  db: Database,
  tenantId: string,
  { now, receivedSince }: OpenPromises,
  after: number,
): Promise<TicketRow[]> {
  return db
    .select()
    .from(tickets)
    .where(
      and(
        eq(tickets.tenantId, tenantId),
        gt(tickets.number, after),
        receivedSince ? gte(tickets.receivedAt, receivedSince) : undefined,
        gt(tickets.dueAt, now),
      ),
    )
    .orderBy(tickets.number)
    .limit(pageSize);
}
