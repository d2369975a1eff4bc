import { and, eq, gt, isNull, lte } from 'drizzle-orm';
import type { Database } from '#server/db/connect.ts';
import {
  portalSessions,
  type PortalSessionRow,
} from '#server/features/portals/portal-sessions.table.ts';
import type { PortalPlace } from '#server/features/portals/portals.repository.ts';
import { portals, type PortalRow } from '#server/features/portals/portals.table.ts';

/** Records that a page was opened. */
export async function insertPortalSession(db: Database, row: PortalSessionRow): Promise<void> {
  await db.insert(portalSessions).values(row);
}

/** A session in force and the portal it is of; undefined where it has ended or the app is gone from there. */
export async function findPortalSession(
  db: Database,
  tenantId: string,
  tokenSha256: string,
  now: Date,
): Promise<{ readonly session: PortalSessionRow; readonly portal: PortalRow } | undefined> {
  const [found] = await db
    .select({ session: portalSessions, portal: portals })
    .from(portalSessions)
    .innerJoin(
      portals,
      and(
        eq(portals.tenantId, portalSessions.tenantId),
        eq(portals.memberId, portalSessions.memberId),
      ),
    )
    .where(
      and(
        eq(portalSessions.tokenSha256, tokenSha256),
        eq(portalSessions.tenantId, tenantId),
        gt(portalSessions.expiresAt, now),
        isNull(portals.uninstalledAt),
      ),
    );
  return found;
}

/** Ends every open page of a portal. */
export async function removePortalSessions(
  db: Database,
  { tenantId, memberId }: PortalPlace,
): Promise<void> {
  await db
    .delete(portalSessions)
    .where(and(eq(portalSessions.tenantId, tenantId), eq(portalSessions.memberId, memberId)));
}

/** Ends every open page of one person of a portal. */
export async function removePersonSessions(
  db: Database,
  { tenantId, memberId, userId }: PortalPlace & { readonly userId: number },
): Promise<void> {
  await db
    .delete(portalSessions)
    .where(
      and(
        eq(portalSessions.tenantId, tenantId),
        eq(portalSessions.memberId, memberId),
        eq(portalSessions.userId, userId),
      ),
    );
}

/** Forgets pages that have ended. */
export async function sweepPortalSessions(db: Database, now: Date): Promise<void> {
  await db.delete(portalSessions).where(lte(portalSessions.expiresAt, now));
}
