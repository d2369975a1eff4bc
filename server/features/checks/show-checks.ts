import { and, eq, isNull } from 'drizzle-orm';
import type { CheckList, CheckView } from '#shared/wire/watch.ts';
import type { Database } from '#server/db/connect.ts';
import type { Deps } from '#server/deps.ts';
import { listChecks, pageChecks, watched } from '#server/features/checks/checks.repository.ts';
import type { CheckRow } from '#server/features/checks/checks.table.ts';
import { incidents } from '#server/features/incidents/incidents.table.ts';
import { pageOf } from '#server/http/page.ts';
import type { PageAsked } from '#server/http/read-on.ts';
import { silentSince } from '#server/policy/watch/silence.ts';

/**
 * A page of the checks of a desk with their open incidents, and since when all of them are silent. A
 * stopped check keeps its name, so that the place behind it stays.
 */
export async function showChecks(
  deps: Deps,
  tenantId: string,
  { after, limit }: PageAsked<string>,
): Promise<CheckList> {
  const [all, found] = await Promise.all([
    listChecks(deps.db, tenantId),
    pageChecks(deps.db, tenantId, after, limit + 1),
  ]);
  const { rows, next } = pageOf(found, limit, ({ id }) => id);
  const open = await openIncidents(deps.db, tenantId);
  const since = silentSince(all.map(watched), deps.now());
  return {
    rows: rows.map((row) => checkView(row, open.get(row.id) ?? null)),
    next,
    silentSince: since === null ? null : new Date(since).toISOString(),
  };
}

async function openIncidents(db: Database, tenantId: string): Promise<Map<string, string>> {
  const rows = await db
    .select({ source: incidents.source, ticketId: incidents.ticketId })
    .from(incidents)
    .where(
      and(
        eq(incidents.tenantId, tenantId),
        eq(incidents.kind, 'check'),
        isNull(incidents.recoveredAt),
      ),
    );
  return new Map(rows.map(({ source, ticketId }) => [source, ticketId]));
}

const checkView = (
  { id, name, url, everyMinutes, expectStatus, failuresToOpen, notifyAffected, ...row }: CheckRow,
  incident: string | null,
): CheckView => ({
  id,
  name,
  url,
  everyMinutes,
  expectStatus,
  failuresToOpen,
  notifyAffected,
  failuresInARow: row.failuresInARow,
  lastResultAt: row.lastResultAt?.toISOString() ?? null,
  incident,
});
