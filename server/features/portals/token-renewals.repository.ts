import { and, eq, isNull, lte, or } from 'drizzle-orm';
import type { Database } from '#server/db/connect.ts';
import type { PortalPlace } from '#server/features/portals/portals.repository.ts';
import { portalTokens, type PortalTokenRow } from '#server/features/portals/portals.table.ts';

/** The right to ask for a new pair of one portal: one has it at a time, among all servers. */
export interface Renewal {
  /** The pair as it was. */
  readonly kept: PortalTokenRow;
  readonly by: string;
}

/** A pair that stands in the place of the one before. */
export type NewPair = Pick<
  PortalTokenRow,
  'userId' | 'sealedAccess' | 'sealedRefresh' | 'expiresAt' | 'refreshedAt'
>;

const tokensAt = ({ tenantId, memberId }: PortalPlace) =>
  and(eq(portalTokens.tenantId, tenantId), eq(portalTokens.memberId, memberId));

/** Takes the right to renew a pair that nobody has changed since it was read; undefined where it is another's. */
export async function claimRenewal(
  db: Database,
  { kept, by }: Renewal,
  now: Date,
  until: Date,
): Promise<Renewal | undefined> {
  const [claimed] = await db
    .update(portalTokens)
    .set({ renewedBy: by, renewedUntil: until })
    .where(
      and(
        tokensAt(kept),
        asItWas(kept),
        isNull(portalTokens.refusedAs),
        or(isNull(portalTokens.renewedUntil), lte(portalTokens.renewedUntil, now)),
      ),
    )
    .returning();
  return claimed && { kept: claimed, by };
}

/**
 * Keeps a new pair. It counts however late it comes: the one before is dead since it was made, whatever became of
 * the right meanwhile. One that an administrator has brought in the meantime stays.
 */
export async function keepNewPair(db: Database, { kept }: Renewal, pair: NewPair): Promise<void> {
  await db
    .update(portalTokens)
    .set({ ...pair, refusedAs: null, renewedBy: null, renewedUntil: null })
    .where(and(tokensAt(kept), asItWas(kept)));
}

/** Gives the right back. @param refusedAs code with which the pair was refused for good */
export async function endRenewal(
  db: Database,
  { kept, by }: Renewal,
  refusedAs: string | null,
): Promise<void> {
  await db
    .update(portalTokens)
    .set({ refusedAs, renewedBy: null, renewedUntil: null })
    .where(and(tokensAt(kept), eq(portalTokens.renewedBy, by)));
}

/** By the instant, and not by what is sealed: that is sealed anew when a key is changed. */
const asItWas = ({ refreshedAt }: PortalTokenRow) => eq(portalTokens.refreshedAt, refreshedAt);
