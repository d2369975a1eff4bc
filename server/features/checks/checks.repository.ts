import { and, asc, eq, isNull } from 'drizzle-orm';
import { behind } from '#server/db/behind.ts';
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

/** Checks that are looked at, by name. @param after the check behind which they stand */
export async function pageChecks(
  db: Database,
  tenantId: string,
  after: string | undefined,
  limit: number,
): Promise<CheckRow[]> {
  const { name, id } = checks;
  const last = and(eq(checks.tenantId, tenantId), eq(id, after ?? ''));
  return db
    .select()
    .from(checks)
    .where(
      and(
        eq(checks.tenantId, tenantId),
        isNull(checks.stoppedAt),
        after === undefined ? undefined : behind('>', checks, [name, id], last),
      ),
    )
    .orderBy(asc(name), asc(id))
    .limit(limit);
}

/** The same as the watch over the watch sees them, with its name. */
export const watched = ({
  name,
  everyMinutes,
  createdAt,
  lastResultAt,
}: CheckRow): WatchedCheck & Pick<CheckRow, 'name'> => ({
  name,
  everyMinutes,
  createdAt: createdAt.getTime(),
  lastResultAt: lastResultAt?.getTime() ?? null,
});
