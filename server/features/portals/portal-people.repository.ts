import { and, eq } from 'drizzle-orm';
import type { Database } from '#server/db/connect.ts';
import { forgetAsker } from '#server/features/portals/portal-contract-asks.repository.ts';
import { portalPeople } from '#server/features/portals/portal-people.table.ts';
import { portals, type PortalRow } from '#server/features/portals/portals.table.ts';
import { removePersonSessions } from '#server/features/portals/portal-sessions.repository.ts';
import type { PortalPlace } from '#server/features/portals/portals.repository.ts';

/** Writes down that a person of a portal was here. */
export async function savePortalPerson(
  db: Database,
  person: typeof portalPeople.$inferInsert,
): Promise<void> {
  await db
    .insert(portalPeople)
    .values(person)
    .onConflictDoUpdate({
      target: [portalPeople.tenantId, portalPeople.memberId, portalPeople.userId],
      set: { seenAt: person.seenAt },
    });
}

/** Requesters of a portal. */
export async function requestersOfPortal(
  db: Database,
  { tenantId, memberId }: PortalPlace,
): Promise<string[]> {
  const rows = await db
    .select({ requesterId: portalPeople.requesterId })
    .from(portalPeople)
    .where(and(eq(portalPeople.tenantId, tenantId), eq(portalPeople.memberId, memberId)))
    .orderBy(portalPeople.userId);
  return rows.map(({ requesterId }) => requesterId);
}

/** Forgets who of a portal is which requester. */
export async function removePortalPeople(
  db: Database,
  { tenantId, memberId }: PortalPlace,
): Promise<void> {
  await db
    .delete(portalPeople)
    .where(and(eq(portalPeople.tenantId, tenantId), eq(portalPeople.memberId, memberId)));
}

/** Forgets that a requester is somebody of a portal, and ends their open pages there. */
export async function forgetPersonAtHome(
  db: Database,
  tenantId: string,
  requesterId: string,
): Promise<void> {
  const forgotten = await db
    .delete(portalPeople)
    .where(and(eq(portalPeople.tenantId, tenantId), eq(portalPeople.requesterId, requesterId)))
    .returning();
  for (const person of forgotten) {
    await removePersonSessions(db, person);
    await forgetAsker(db, person);
  }
}

/** A requester at home in a portal. */
export interface PersonAtHome {
  readonly userId: number;
  readonly portal: PortalRow;
}

/** Undefined for whoever never opened the app in a portal. */
export async function findPersonAtHome(
  db: Database,
  tenantId: string,
  requesterId: string,
): Promise<PersonAtHome | undefined> {
  const [found] = await db
    .select({ userId: portalPeople.userId, portal: portals })
    .from(portalPeople)
    .innerJoin(
      portals,
      and(eq(portals.tenantId, portalPeople.tenantId), eq(portals.memberId, portalPeople.memberId)),
    )
    .where(and(eq(portalPeople.tenantId, tenantId), eq(portalPeople.requesterId, requesterId)));
  return found;
}
