import { and, eq, inArray, lt, sql } from 'drizzle-orm';
import type { Database } from '#server/db/connect.ts';
import { portalEntries } from '#server/features/portals/portal-entries.table.ts';

/** What of one thing is counted in a minute. */
export interface EntryCount {
  readonly tries: number;
  readonly unproven: number;
}

/** Counts one try more; it proves nothing until it is said that it did. */
export async function countEntry(
  db: Database,
  entry: { readonly tenantId: string; readonly counted: string; readonly minute: Date },
): Promise<EntryCount> {
  const { tries, unproven, minute } = portalEntries;
  const onward = (column: typeof tries | typeof unproven) =>
    sql`case when ${minute} = excluded.minute then ${column} + 1 else 1 end`;
  const [row] = await db
    .insert(portalEntries)
    .values({ ...entry, tries: 1, unproven: 1 })
    .onConflictDoUpdate({
      target: [portalEntries.tenantId, portalEntries.counted],
      set: { tries: onward(tries), unproven: onward(unproven), minute: entry.minute },
    })
    .returning({ tries, unproven });
  return row ?? { tries: 1, unproven: 1 };
}

/** A try has proven who it was. */
export async function countProven(
  db: Database,
  tenantId: string,
  counted: readonly string[],
  minute: Date,
): Promise<void> {
  await db
    .update(portalEntries)
    .set({ unproven: sql`greatest(${portalEntries.unproven} - 1, 0)` })
    .where(
      and(
        eq(portalEntries.tenantId, tenantId),
        inArray(portalEntries.counted, [...counted]),
        eq(portalEntries.minute, minute),
      ),
    );
}

/** Forgets minutes that are over. */
export async function sweepPortalEntries(db: Database, before: Date): Promise<void> {
  await db.delete(portalEntries).where(lt(portalEntries.minute, before));
}
