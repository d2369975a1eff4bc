import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { OrganisationList } from '#shared/wire/organisation.ts';
import type { Database } from '#server/db/connect.ts';
import { pageOf } from '#server/http/page.ts';
import { contracts, organisations } from '#server/features/organisations/organisations.table.ts';

/**
 * A page of a vendor's organisations by name.
 *
 * @param after the name that the page before ended with
 */
export async function listOrganisations(
  db: Database,
  tenantId: string,
  { after, limit }: { readonly after: string | undefined; readonly limit: number },
): Promise<OrganisationList> {
  const rows = await db
    .select({
      id: organisations.id,
      name: organisations.name,
      region: organisations.region,
      contracts: sql<number>`(select count(*)::int from ${contracts}
        where ${and(
          eq(contracts.tenantId, organisations.tenantId),
          eq(contracts.organisationId, organisations.id),
        )})`,
    })
    .from(organisations)
    .where(
      and(
        eq(organisations.tenantId, tenantId),
        after === undefined ? undefined : gt(organisations.name, after),
      ),
    )
    .orderBy(asc(organisations.name))
    .limit(limit + 1);
  const page = pageOf(rows, limit, ({ name }) => name);
  return { organisations: page.rows, next: page.next };
}
