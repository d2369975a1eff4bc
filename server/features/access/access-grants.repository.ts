import { and, asc, eq, isNotNull } from 'drizzle-orm';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Database, Transaction } from '#server/db/connect.ts';
import { accessGrants, type AccessGrant } from '#server/features/access/access-grants.table.ts';
import type { SealedCell } from '#server/reseal.ts';
import { sealPlace } from '#server/secret-box.ts';

/** Which access of which ticket. */
export interface GrantPlace {
  readonly tenantId: string;
  readonly ticketId: string;
  readonly grantId: string;
}

/** What the sealed text of a grant is bound to. */
export const grantSealPlace = (tenantId: string, grantId: string): string =>
  sealPlace(tenantId, 'access_grants', grantId, 'sealed');

/** Locks an access for a change. Fails with `access.not_found`. */
export async function lockGrant(
  tx: Transaction,
  { tenantId, ticketId, grantId }: GrantPlace,
): Promise<Result<AccessGrant, Problem>> {
  const [grant] = await tx
    .select()
    .from(accessGrants)
    .where(
      and(
        eq(accessGrants.tenantId, tenantId),
        eq(accessGrants.id, grantId),
        eq(accessGrants.ticketId, ticketId),
      ),
    )
    .for('update');
  return grant ? succeed(grant) : fail({ code: 'access.not_found' });
}

/** Access of one ticket, asked for and given, oldest first. */
export async function listGrants(
  db: Database,
  tenantId: string,
  ticketId: string,
): Promise<AccessGrant[]> {
  return db
    .select()
    .from(accessGrants)
    .where(and(eq(accessGrants.tenantId, tenantId), eq(accessGrants.ticketId, ticketId)))
    .orderBy(asc(accessGrants.createdAt), asc(accessGrants.id));
}

/** Every access that is sealed now. */
export async function sealedGrants(db: Database): Promise<SealedCell[]> {
  const rows = await db.select().from(accessGrants).where(isNotNull(accessGrants.sealed));
  return rows.map(({ tenantId, id, sealed }) => ({
    place: grantSealPlace(tenantId, id),
    sealed: sealed ?? '',
    replace: async (next) => {
      await db
        .update(accessGrants)
        .set({ sealed: next })
        .where(
          and(
            eq(accessGrants.tenantId, tenantId),
            eq(accessGrants.id, id),
            eq(accessGrants.sealed, sealed ?? ''),
          ),
        );
    },
  }));
}
