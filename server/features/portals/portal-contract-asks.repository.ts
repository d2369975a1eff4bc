import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Database, Transaction } from '#server/db/connect.ts';
import { markContractsSeen } from '#server/features/agent-notices/agent-notices.repository.ts';
import {
  portalContractAsks,
  type PortalContractAskRow,
} from '#server/features/portals/portal-contract-asks.table.ts';
import type { PortalPlace } from '#server/features/portals/portals.repository.ts';

const askAt = ({ tenantId, memberId }: PortalPlace) =>
  and(eq(portalContractAsks.tenantId, tenantId), eq(portalContractAsks.memberId, memberId));

/** What was asked of a portal's contract last; undefined where nobody ever did. */
export async function findContractAsk(
  db: Database,
  place: PortalPlace,
): Promise<PortalContractAskRow | undefined> {
  const [row] = await db.select().from(portalContractAsks).where(askAt(place));
  return row;
}

/** Of an ask: nobody has decided on it yet. */
export const waitsForDecision = and(
  isNotNull(portalContractAsks.number),
  isNull(portalContractAsks.refusedAt),
);

const nothingAsked = {
  number: null,
  userId: null,
  askedBy: null,
  askedAt: null,
  refusedAt: null,
  refusal: null,
};

/** What an ask becomes; whatever is left out is empty afterwards. */
export type NextContractAsk = Partial<
  Pick<PortalContractAskRow, 'number' | 'userId' | 'askedBy' | 'askedAt' | 'refusedAt' | 'refusal'>
>;

/** Writes down how it stands with a portal's contract now, in the place of what stood there. */
export async function saveContractAsk(
  tx: Transaction,
  { tenantId, memberId }: PortalPlace,
  next: NextContractAsk,
): Promise<void> {
  const whole = { ...nothingAsked, ...next };
  await tx
    .insert(portalContractAsks)
    .values({ tenantId, memberId, ...whole })
    .onConflictDoUpdate({
      target: [portalContractAsks.tenantId, portalContractAsks.memberId],
      set: { ...whole, version: sql`${portalContractAsks.version} + 1` },
    });
}

/** Takes back the notice of contracts to be decided on, where none of the vendor's portals has one any more. */
export async function settleContractNotices(
  tx: Transaction,
  tenantId: string,
  at: Date,
): Promise<void> {
  const waiting = await tx.$count(
    portalContractAsks,
    and(eq(portalContractAsks.tenantId, tenantId), waitsForDecision),
  );
  if (waiting === 0) await markContractsSeen(tx, tenantId, at);
}

/** Forgets the name of somebody of a portal who asked there. */
export async function forgetAsker(
  db: Database,
  { userId, ...place }: PortalPlace & { readonly userId: number },
): Promise<void> {
  await db
    .update(portalContractAsks)
    .set({ askedBy: null })
    .where(and(askAt(place), eq(portalContractAsks.userId, userId)));
}

/** Forgets what was asked in a portal. */
export async function removeContractAsk(db: Database, place: PortalPlace): Promise<void> {
  await db.delete(portalContractAsks).where(askAt(place));
}
