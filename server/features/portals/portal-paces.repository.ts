import { and, eq, lte, sql } from 'drizzle-orm';
import type { Database } from '#server/db/connect.ts';
import { portalPaces } from '#server/features/portals/portal-paces.table.ts';

/** A portal that a vendor's jobs call. */
export interface PacedHost {
  readonly tenantId: string;
  readonly host: string;
}

/** `taken`: one call may go now, after so many failures in a row; otherwise when to ask again. */
export type Turn =
  | { readonly taken: true; readonly failures: number }
  | { readonly taken: false; readonly until: Date };

/** Bitrix24 lets two requests a second through, milliseconds between two. */
const spacingMs = 500;

const paceOf = ({ tenantId, host }: PacedHost) =>
  and(eq(portalPaces.tenantId, tenantId), eq(portalPaces.host, host));

/** Takes the next turn at a portal, among all servers. */
export async function takeTurn(db: Database, paced: PacedHost, now: Date): Promise<Turn> {
  const nextAt = new Date(now.getTime() + spacingMs);
  const [taken] = await db
    .insert(portalPaces)
    .values({ ...paced, nextAt })
    .onConflictDoUpdate({
      target: [portalPaces.tenantId, portalPaces.host],
      set: { nextAt },
      setWhere: lte(portalPaces.nextAt, now),
    })
    .returning({ failures: portalPaces.failures });
  if (taken) return { taken: true, failures: taken.failures };
  const [kept] = await db
    .select({ nextAt: portalPaces.nextAt })
    .from(portalPaces)
    .where(paceOf(paced));
  return { taken: false, until: kept?.nextAt ?? nextAt };
}

/** Writes down how a portal bore a call; it is not called before `until`. */
export async function settleTurn(
  db: Database,
  paced: PacedHost,
  failures: number,
  until?: Date,
): Promise<void> {
  await db
    .update(portalPaces)
    .set({
      failures,
      ...(until && {
        nextAt: sql`greatest(${portalPaces.nextAt}, ${until.toISOString()}::timestamptz)`,
      }),
    })
    .where(paceOf(paced));
}

/** Until when a portal rests that refused calls for its load or did not answer; undefined where it does not. */
export async function restOf(db: Database, paced: PacedHost, now: Date): Promise<Date | undefined> {
  const [kept] = await db.select().from(portalPaces).where(paceOf(paced));
  return kept && kept.failures > 0 && kept.nextAt > now ? kept.nextAt : undefined;
}
