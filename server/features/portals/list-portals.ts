import { and, asc, eq, sql, type SQL } from 'drizzle-orm';
import type { CustomerPortal, CustomerPortalList } from '#shared/wire/desk-portals.ts';
import type { Database } from '#server/db/connect.ts';
import { contractsOfPortals } from '#server/features/organisations/contracts-of-portals.ts';
import { waitsForDecision } from '#server/features/portals/portal-contract-asks.repository.ts';
import { portalContractAsks } from '#server/features/portals/portal-contract-asks.table.ts';
import { contractStanding } from '#server/features/portals/portal-contract-state.ts';
import { portalPeople } from '#server/features/portals/portal-people.table.ts';
import type { PortalPlace } from '#server/features/portals/portals.repository.ts';
import { portalTokens, portals } from '#server/features/portals/portals.table.ts';
import { requesters } from '#server/features/requesters/requesters.table.ts';
import { pageOf, placeText } from '#server/http/page.ts';

/** Which portals of a vendor's customers. */
export interface PortalsAsked {
  /** Only those whose number waits for a decision. */
  readonly asked: boolean;
  /** Id and address of the one that the page before ended with. */
  readonly after: readonly [memberId: string, domain: string] | undefined;
  readonly limit: number;
}

/** A page of the portals of a vendor's customers, by address. */
export async function listPortals(
  db: Database,
  tenantId: string,
  { asked, after, limit }: PortalsAsked,
): Promise<CustomerPortalList> {
  const found = await portalsWhere(
    db,
    and(
      eq(portals.tenantId, tenantId),
      asked ? waitsForDecision : undefined,
      after && sql`(${portals.domain}, ${portals.memberId}) > (${after[1]}, ${after[0]})`,
    ),
    limit + 1,
  );
  const { rows, next } = pageOf(found, limit, ({ portal }) =>
    placeText(portal.memberId, portal.domain),
  );
  return { portals: await shown(db, tenantId, rows), next };
}

/** One of them; undefined where the vendor's app was never in it. */
export async function readPortal(
  db: Database,
  { tenantId, memberId }: PortalPlace,
): Promise<CustomerPortal | undefined> {
  const found = await portalsWhere(
    db,
    and(eq(portals.tenantId, tenantId), eq(portals.memberId, memberId)),
    1,
  );
  return (await shown(db, tenantId, found))[0];
}

type Found = Awaited<ReturnType<typeof portalsWhere>>[number];

const ofPortal = (table: typeof portalContractAsks | typeof portalTokens) =>
  and(eq(table.tenantId, portals.tenantId), eq(table.memberId, portals.memberId));

const portalsWhere = (db: Database, where: SQL | undefined, limit: number) =>
  db
    .select({
      portal: portals,
      ask: portalContractAsks,
      administrator: portalTokens.userId,
      administratorName: requesters.name,
    })
    .from(portals)
    .leftJoin(portalContractAsks, ofPortal(portalContractAsks))
    .leftJoin(portalTokens, ofPortal(portalTokens))
    .leftJoin(
      portalPeople,
      and(
        eq(portalPeople.tenantId, portals.tenantId),
        eq(portalPeople.memberId, portals.memberId),
        eq(portalPeople.userId, portalTokens.userId),
      ),
    )
    .leftJoin(
      requesters,
      and(eq(requesters.tenantId, portals.tenantId), eq(requesters.id, portalPeople.requesterId)),
    )
    .where(where)
    .orderBy(asc(portals.domain), asc(portals.memberId))
    .limit(limit);

async function shown(
  db: Database,
  tenantId: string,
  found: readonly Found[],
): Promise<CustomerPortal[]> {
  const numbers = found.flatMap(({ portal, ask }) => [portal.contractNumber, ask?.number ?? null]);
  const onRecord = await contractsOfPortals(db, tenantId, numbers);
  return found.map(({ portal, ask, administrator, administratorName }) => {
    const { boxed, installedAt, uninstalledAt, contractNumber: number, domain } = portal;
    return {
      id: portal.memberId,
      domain,
      formerDomains: [...portal.formerDomains],
      kind: boxed === null ? null : boxed ? 'box' : 'cloud',
      license: portal.license,
      version: portal.version,
      status: portal.status,
      paymentExpired: portal.paymentExpired,
      installedAt: installedAt?.toISOString() ?? null,
      uninstalledAt: uninstalledAt?.toISOString() ?? null,
      erasureAskedAt: portal.erasureAskedAt?.toISOString() ?? null,
      administrator:
        administrator === null ? null : { userId: administrator, name: administratorName },
      seenAt: portal.seenAt.toISOString(),
      ...contractStanding(portal, ask ?? undefined),
      contract: number === null ? null : { number, onRecord: onRecord(number, domain) },
      ask:
        ask === null || ask.number === null || ask.askedAt === null
          ? null
          : {
              number: ask.number,
              at: ask.askedAt.toISOString(),
              by: ask.askedBy,
              onRecord: onRecord(ask.number, domain),
              refusedAt: ask.refusedAt?.toISOString() ?? null,
              reason: ask.refusal,
            },
      contractVersion: ask?.version ?? 0,
    };
  });
}
