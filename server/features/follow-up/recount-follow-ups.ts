import { and, eq, gt, inArray } from 'drizzle-orm';
import { inTransaction } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import { livingColumns } from '#server/features/life/living-ticket.ts';
import { rearm } from '#server/features/life/rearm.ts';
import { tickets } from '#server/features/tickets/tickets.table.ts';

/** Tickets whose contacts one transaction counts at most. */
const batchSize = 500;

/** Contacts that come by themselves, or that a person is called for. */
const runs = ['due', 'asked'] as const;

/**
 * Counts anew when contacts after a resolution are due: their days follow from the calendar of the day,
 * which may be another one than when they were armed. Again is nothing.
 */
export async function recountFollowUps({
  db,
  policies,
}: Pick<Deps, 'db' | 'policies'>): Promise<void> {
  for (const tenantId of policies.vendors) {
    const owed = and(eq(tickets.tenantId, tenantId), inArray(tickets.followUp, [...runs]));
    let after: string | undefined = '';
    while (after !== undefined) {
      const from: string = after;
      after = await inTransaction(db, async (tx) => {
        const rows = await tx
          .select(livingColumns)
          .from(tickets)
          .where(and(owed, gt(tickets.id, from)))
          .orderBy(tickets.id)
          .limit(batchSize)
          .for('no key update');
        await rearm(tx, policies, tenantId, rows);
        return rows.at(-1)?.id;
      });
    }
  }
}
