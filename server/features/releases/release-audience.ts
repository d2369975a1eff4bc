import { and, eq, exists, inArray, isNotNull, isNull, ne, not, or, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import type { Database } from '#server/db/connect.ts';
import { isAboutEnded, isOfProduct } from '#server/features/releases/ticket-product.ts';
import { releaseWaiters, type ReleaseRow } from '#server/features/releases/releases.table.ts';
import { requesters } from '#server/features/requesters/requesters.table.ts';
import { tickets } from '#server/features/tickets/tickets.table.ts';
import { versionSpellings } from '#server/policy/decision/version-order.ts';

/** How many tickets a version is for, and how many people read a letter of it. */
export interface ReleaseReach {
  readonly tickets: number;
  readonly people: number;
}

type Version = Pick<ReleaseRow, 'tenantId' | 'id' | 'product' | 'version'>;

/**
 * A condition on tickets that wait for this version: promised it; or promised no other and either told its
 * name before the registry knew it, as one of the same product, or told no name and about a known problem
 * that it ends.
 */
export function waitsFor(db: Database, release: Version) {
  const { tenantId, id, version } = release;
  const ofTicket = and(
    eq(releaseWaiters.tenantId, tickets.tenantId),
    eq(releaseWaiters.ticketId, tickets.id),
  );
  const waiters = () =>
    db
      .select({ one: sql`1` })
      .from(releaseWaiters)
      .$dynamic();
  const told = sql`${tickets.life}->'release'->>'version'`;
  return and(
    eq(tickets.tenantId, tenantId),
    eq(tickets.status, 'waiting_release'),
    or(
      exists(waiters().where(and(ofTicket, eq(releaseWaiters.releaseId, id)))),
      and(
        not(exists(waiters().where(and(ofTicket, isNull(releaseWaiters.toldAt))))),
        or(
          and(inArray(told, versionSpellings(version)), isOfProduct(release)),
          and(isNull(told), isAboutEnded(db, release)),
        ),
      ),
    ),
  );
}

/** A condition on promises joined with their tickets: those that wait no more, such as ones that ended with the day of this version. */
export const promisedEnded = ({ tenantId, id }: Version) =>
  and(
    eq(releaseWaiters.tenantId, tenantId),
    eq(releaseWaiters.releaseId, id),
    isNull(releaseWaiters.toldAt),
    ne(tickets.status, 'waiting_release'),
  );

/** Joins a promise with its ticket. */
export const promisedTicket = and(
  eq(tickets.tenantId, releaseWaiters.tenantId),
  eq(tickets.id, releaseWaiters.ticketId),
);

/** How many tickets wait for each of a vendor's versions that are to come, by its id. */
export async function countWaiting(
  db: Database,
  toCome: readonly Version[],
): Promise<ReadonlyMap<string, number>> {
  const counted = new Map<string, number>();
  for (const release of toCome)
    counted.set(release.id, await db.$count(tickets, waitsFor(db, release)));
  return counted;
}

/** Whom a version would reach if it came out now; once it is out, whom it has reached. */
export async function reachOf(db: Database, release: ReleaseRow): Promise<ReleaseReach> {
  const told = { ticket: tickets.id, requester: tickets.requesterId, erased: tickets.erasedAt };
  const promises = () =>
    db.select(told).from(releaseWaiters).innerJoin(tickets, promisedTicket).$dynamic();
  const reached =
    release.releasedOn === null
      ? unionAll(
          db.select(told).from(tickets).where(waitsFor(db, release)),
          promises().where(promisedEnded(release)),
        ).as('reached')
      : promises()
          .where(
            and(
              eq(releaseWaiters.tenantId, release.tenantId),
              eq(releaseWaiters.releaseId, release.id),
              isNotNull(releaseWaiters.toldAt),
            ),
          )
          .as('reached');
  const read = and(
    eq(requesters.tenantId, release.tenantId),
    eq(requesters.id, reached.requester),
    eq(requesters.emailVerified, true),
    isNotNull(requesters.email),
    isNull(reached.erased),
  );
  const [counted] = await db
    .select({
      tickets: sql<number>`count(*)::int`,
      people: sql<number>`count(distinct ${requesters.id})::int`,
    })
    .from(reached)
    .leftJoin(requesters, read);
  return counted ?? { tickets: 0, people: 0 };
}
