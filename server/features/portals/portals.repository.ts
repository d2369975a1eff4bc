import { and, eq, isNull, lt, or, sql } from 'drizzle-orm';
import type { Database, Transaction } from '#server/db/connect.ts';
import { portalApps, type PortalAppRow } from '#server/features/portals/portal-apps.table.ts';
import {
  portalTokens,
  portals,
  type PortalRow,
  type PortalTokenRow,
} from '#server/features/portals/portals.table.ts';

/** A portal of one vendor's customers. */
export interface PortalPlace {
  readonly tenantId: string;
  readonly memberId: string;
}

const portalAt = ({ tenantId, memberId }: PortalPlace) =>
  and(eq(portals.tenantId, tenantId), eq(portals.memberId, memberId));
const tokensAt = ({ tenantId, memberId }: PortalPlace) =>
  and(eq(portalTokens.tenantId, tenantId), eq(portalTokens.memberId, memberId));

/** Undefined where the vendor has no app for Bitrix24. */
export async function findPortalApp(
  db: Database,
  tenantId: string,
): Promise<PortalAppRow | undefined> {
  const [row] = await db.select().from(portalApps).where(eq(portalApps.tenantId, tenantId));
  return row;
}

/** Records the vendor's app, in place of what was there. */
export async function savePortalApp(db: Database, app: PortalAppRow): Promise<void> {
  await db
    .insert(portalApps)
    .values(app)
    .onConflictDoUpdate({ target: portalApps.tenantId, set: app });
}

/** Undefined where the app was never opened there. */
export async function findPortal(db: Database, place: PortalPlace): Promise<PortalRow | undefined> {
  const [row] = await db.select().from(portals).where(portalAt(place));
  return row;
}

/** A portal, kept from others until the transaction ends. */
export async function lockPortal(
  tx: Transaction,
  place: PortalPlace,
): Promise<PortalRow | undefined> {
  const [row] = await tx.select().from(portals).where(portalAt(place)).for('update');
  return row;
}

/** What is known of a portal each time somebody opens the app in it. */
export type SeenPortal = Pick<
  PortalRow,
  'tenantId' | 'memberId' | 'domain' | 'restUrl' | 'oauthSide' | 'version' | 'status' | 'seenAt'
> &
  Partial<
    Pick<
      PortalRow,
      | 'scopes'
      | 'license'
      | 'boxed'
      | 'language'
      | 'paymentExpired'
      | 'daysLeft'
      | 'installedAt'
      | 'uninstalledAt'
      | 'erasureAskedAt'
    >
  >;

/**
 * Writes down what was proven of a portal. A name that it had before stays among its former ones, and what
 * it said nothing of this time stays as it was.
 */
export async function saveSeenPortal(db: Database, seen: SeenPortal): Promise<PortalRow> {
  const [row] = await db
    .insert(portals)
    .values(seen)
    .onConflictDoUpdate({
      target: [portals.tenantId, portals.memberId],
      set: {
        ...seen,
        // the first time counts, until it is removed
        installedAt: sql`case when ${portals.uninstalledAt} is null and ${portals.installedAt} is not null
          then ${portals.installedAt} else coalesce(excluded.installed_at, ${portals.installedAt}) end`,
        formerDomains: sql`case when ${portals.domain} = excluded.domain or ${portals.formerDomains} ? ${portals.domain}
          then ${portals.formerDomains} else ${portals.formerDomains} || to_jsonb(${portals.domain}) end`,
      },
    })
    .returning();
  return row as PortalRow;
}

/** Takes portals that said nothing since an instant and were not looked at since, the longest silent first. */
export async function claimSilentPortals(
  db: Database,
  { now, since, limit }: { readonly now: Date; since: Date; limit: number },
): Promise<PortalRow[]> {
  const silent = db
    .select({ tenantId: portals.tenantId, memberId: portals.memberId })
    .from(portals)
    .where(
      and(
        isNull(portals.uninstalledAt),
        lt(portals.seenAt, since),
        or(isNull(portals.lookedAt), lt(portals.lookedAt, since)),
      ),
    )
    .orderBy(portals.seenAt)
    .limit(limit)
    .for('update', { skipLocked: true });
  return db
    .update(portals)
    .set({ lookedAt: now })
    .where(sql`(${portals.tenantId}, ${portals.memberId}) in ${silent}`)
    .returning();
}

/** Writes down what has changed of a portal. */
export async function changePortal(
  db: Database,
  place: PortalPlace,
  change: Partial<Omit<PortalRow, 'tenantId' | 'memberId'>>,
): Promise<void> {
  await db.update(portals).set(change).where(portalAt(place));
}

/** Keeps the pair of an administrator, in place of the one before and of whatever was being done with that. */
export async function savePortalTokens(
  db: Database,
  tokens: Omit<PortalTokenRow, 'refusedAs' | 'renewedBy' | 'renewedUntil'>,
): Promise<void> {
  const row = { ...tokens, refusedAs: null, renewedBy: null, renewedUntil: null };
  await db
    .insert(portalTokens)
    .values(row)
    .onConflictDoUpdate({ target: [portalTokens.tenantId, portalTokens.memberId], set: row });
}

/** The pair of a portal as it is kept. */
export async function findPortalTokens(
  db: Database,
  place: PortalPlace,
): Promise<PortalTokenRow | undefined> {
  const [row] = await db.select().from(portalTokens).where(tokensAt(place));
  return row;
}

/** Forgets what lets the server act in a portal. */
export async function removePortalTokens(db: Database, place: PortalPlace): Promise<void> {
  await db.delete(portalTokens).where(tokensAt(place));
}
