import { and, asc, eq, gt, isNull } from 'drizzle-orm';
import type { Database } from '#server/db/connect.ts';
import { guests, type GuestRow } from '#server/features/guests/guests.table.ts';

/** The guest of a link that may be used at an instant; undefined for any other link. */
export async function findGuestByToken(
  db: Database,
  tenantId: string,
  tokenSha256: string,
  at: Date,
): Promise<GuestRow | undefined> {
  const [row] = await db
    .select()
    .from(guests)
    .where(
      and(
        eq(guests.tenantId, tenantId),
        eq(guests.tokenSha256, tokenSha256),
        isNull(guests.endedAt),
        gt(guests.expiresAt, at),
      ),
    );
  return row;
}

/** Guests of one ticket, the first one first. */
export async function listGuests(
  db: Database,
  tenantId: string,
  ticketId: string,
): Promise<GuestRow[]> {
  return db
    .select()
    .from(guests)
    .where(and(eq(guests.tenantId, tenantId), eq(guests.ticketId, ticketId)))
    .orderBy(asc(guests.invitedAt), asc(guests.id));
}
