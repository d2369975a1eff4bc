import { and, desc, eq, lt } from 'drizzle-orm';
import type { AdvisoryList, AdvisoryView } from '#shared/wire/advisories.ts';
import type { Database } from '#server/db/connect.ts';
import { advisories, type AdvisoryRow } from '#server/features/advisories/advisories.table.ts';
import { seenAdvisories } from '#server/features/advisories/seen-advisories.ts';
import { deliveryCounts } from '#server/features/announcements/show-announcements.ts';
import { pageOf } from '#server/http/page.ts';

/** A page of the advisories that an agent may see, the newest first. */
export async function listAdvisories(
  db: Database,
  tenantId: string,
  {
    agentId,
    after,
    limit,
  }: {
    readonly agentId: string;
    readonly after: string | undefined;
    readonly limit: number;
  },
): Promise<AdvisoryList> {
  const found = await db
    .select()
    .from(advisories)
    .where(
      and(
        seenAdvisories(tenantId, agentId),
        after === undefined ? undefined : lt(advisories.id, after),
      ),
    )
    .orderBy(desc(advisories.id))
    .limit(limit + 1);
  const { rows, next } = pageOf(found, limit, ({ id }) => id);
  return { advisories: await advisoryViews(db, tenantId, rows), next };
}

/** One advisory; undefined also where the agent may not see it. */
export async function findSeenAdvisory(
  db: Database,
  tenantId: string,
  id: string,
  agentId: string,
): Promise<AdvisoryRow | undefined> {
  const [row] = await db
    .select()
    .from(advisories)
    .where(and(seenAdvisories(tenantId, agentId), eq(advisories.id, id)));
  return row;
}

/** Advisories as the desk shows them, with how many contacts were told. */
export async function advisoryViews(
  db: Database,
  tenantId: string,
  rows: readonly AdvisoryRow[],
): Promise<AdvisoryView[]> {
  const counts = await deliveryCounts(
    db,
    tenantId,
    rows.map(({ id }) => id),
  );
  return rows.map(
    ({ id, product, severity, affectedFrom, fixedIn, texts, publishedAt, version }) => ({
      id,
      version,
      product,
      severity,
      affectedFrom,
      fixedIn,
      texts,
      publishedAt: publishedAt?.toISOString() ?? null,
      toldAt: counts.get(id)?.deliveredAt?.toISOString() ?? null,
      told: counts.get(id)?.amount ?? 0,
    }),
  );
}
