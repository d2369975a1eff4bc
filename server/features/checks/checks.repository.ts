import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Database } from '#server/db/connect.ts';
import { checks, type CheckRow } from '#server/features/checks/checks.table.ts';
import type { WatchedCheck } from '#server/policy/watch/silence.ts';

/** Undefined when this tenant has no such check. */
export async function findCheck(
  db: Database,
  tenantId: string,
  id: string,
): Promise<CheckRow | undefined> {
  const [row] = await db
    .select()
    .from(checks)
    .where(and(eq(checks.tenantId, tenantId), eq(checks.id, id)));
  return row;
}

/** Checks that are looked at, by name. */
export async function listChecks(db: Database, tenantId: string): Promise<CheckRow[]> {
  return db
    .select()
    .from(checks)
    .where(and(eq(checks.tenantId, tenantId), isNull(checks.stoppedAt)))
    .orderBy(asc(checks.name), asc(checks.id));
}

/** The same as the watch over the watch sees them. */
export const watched = ({ everyMinutes, createdAt, lastResultAt }: CheckRow): WatchedCheck => ({
  everyMinutes,
  createdAt: createdAt.getTime(),
  lastResultAt: lastResultAt?.getTime() ?? null,
});
