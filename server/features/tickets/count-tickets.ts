import { sql, type SQL } from 'drizzle-orm';
import { countedAtMost } from '#shared/vocabulary.ts';
import type { Database } from '#server/db/connect.ts';
import { tickets } from '#server/features/tickets/tickets.table.ts';

/** Expression for how many tickets there are, `most` at most: a count costs no more where there are many. */
export const howMany = (wanted: SQL | undefined, most = countedAtMost): SQL =>
  sql`(select count(*)::int from (select from ${tickets} where ${wanted} limit ${most}) counted)`;

/** How many tickets there are, `most` at most. */
export async function countTickets(
  db: Database,
  wanted: SQL | undefined,
  most = countedAtMost,
): Promise<number> {
  const [row] = await db.execute<{ amount: number }>(
    sql`select ${howMany(wanted, most)} as amount`,
  );
  return row?.amount ?? 0;
}
