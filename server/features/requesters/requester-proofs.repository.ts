import { and, eq, like } from 'drizzle-orm';
import type { Database } from '#server/db/connect.ts';
import { requesterProofs } from '#server/features/requesters/requester-proofs.table.ts';
import type { ConditionState } from '#server/policy/decision/request-flags.ts';

/** What stands for a requester who has accepted the vendor's agreement. */
export const agreementProof = 'agreement';

/** One thing that is shown of a requester. */
export interface RequesterProof {
  readonly subject: string;
  readonly source: 'requester' | 'agent';
  readonly state: ConditionState;
  readonly at: Date;
}

/** Everything that is shown of a requester: own words, and what agents found. */
export async function proofsOf(
  db: Database,
  tenantId: string,
  requesterId: string,
): Promise<RequesterProof[]> {
  return db
    .select({
      subject: requesterProofs.subject,
      source: requesterProofs.source,
      state: requesterProofs.state,
      at: requesterProofs.at,
    })
    .from(requesterProofs)
    .where(
      and(eq(requesterProofs.tenantId, tenantId), eq(requesterProofs.requesterId, requesterId)),
    )
    .orderBy(requesterProofs.subject, requesterProofs.source);
}

/** Keeps what was found last. */
export async function saveProof(
  tx: Database,
  proof: typeof requesterProofs.$inferInsert,
): Promise<void> {
  await tx
    .insert(requesterProofs)
    .values(proof)
    .onConflictDoUpdate({
      target: [
        requesterProofs.tenantId,
        requesterProofs.requesterId,
        requesterProofs.subject,
        requesterProofs.source,
      ],
      set: proof,
    });
}

/**
 * Takes back what a requester has vouched for.
 *
 * @param prefix of its subjects
 * @returns it, as it stood before
 */
export async function takeBackProofs(
  tx: Database,
  { tenantId, requesterId }: { readonly tenantId: string; readonly requesterId: string },
  prefix: string,
  at: Date,
): Promise<(typeof requesterProofs.$inferSelect)[]> {
  const held = and(
    eq(requesterProofs.tenantId, tenantId),
    eq(requesterProofs.requesterId, requesterId),
    eq(requesterProofs.source, 'requester'),
    eq(requesterProofs.state, 'held'),
    like(requesterProofs.subject, `${prefix}%`),
  );
  const given = await tx.select().from(requesterProofs).where(held).for('update');
  if (given.length > 0) await tx.update(requesterProofs).set({ state: 'broken', at }).where(held);
  return given;
}
