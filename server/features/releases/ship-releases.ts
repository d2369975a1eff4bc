import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Transaction } from '#server/db/connect.ts';
import type { Deps } from '#server/deps.ts';
import { livingColumns, type LivingTicket } from '#server/features/life/living-ticket.ts';
import { stepBySystem } from '#server/features/life/step-by-system.ts';
import { mailRequester } from '#server/features/outbox/mail-requester.ts';
import {
  promisedEnded,
  promisedTicket,
  waitsFor,
} from '#server/features/releases/release-audience.ts';
import {
  releases,
  releaseWaiters,
  type ReleaseRow,
} from '#server/features/releases/releases.table.ts';
import { tickets } from '#server/features/tickets/tickets.table.ts';
import { armTimers } from '#server/jobs/arm-timers.ts';
import { lockUnlessHeld } from '#server/jobs/lock-unless-held.ts';
import type { ClaimedTimer, TimerHandler } from '#server/jobs/timer-handler.ts';

const secondMs = 1000;

/**
 * A version is out: tickets that waited for it go on, and requesters who were promised it are told, a
 * batch at a time. Letters, marks and tickets are one transaction, so a worker that dies goes on where
 * it was, and nobody is told twice. One version a transaction: what happens to tickets is its last part.
 *
 * @param batch tickets that one transaction serves
 */
export const shipReleases =
  (deps: Pick<Deps, 'policies'>, batch = 100): TimerHandler =>
  async (tx, due, now) => {
    for (const [place, timer] of due.entries()) {
      const release = await lockUntold(tx, timer);
      if (release === 'held') return due.slice(place);
      if (!release) continue;
      await shipBatch(deps, tx, release, now, batch);
      return due.slice(place + 1);
    }
    return [];
  };

async function shipBatch(
  deps: Pick<Deps, 'policies'>,
  tx: Transaction,
  release: ReleaseRow,
  now: Date,
  batch: number,
): Promise<void> {
  const { tenantId, id, version } = release;
  const waits = waitsFor(tx, release);
  const all = await tx.$count(tickets, waits);
  const waiting = await tx
    .select(livingColumns)
    .from(tickets)
    .where(waits)
    .orderBy(asc(tickets.id))
    .limit(batch)
    .for('no key update', { skipLocked: true });
  const ended = tx
    .select({ id: tickets.id })
    .from(releaseWaiters)
    .innerJoin(tickets, promisedTicket)
    .where(promisedEnded(release));
  const allPromised = await tx.$count(ended.as('ended'));
  const promised = await endedTickets(tx, release, batch);
  for (const ticket of promised)
    await mailRequester(tx, ticket, 'release_shipped', now, undefined, { version });
  await markTold(tx, release, [...waiting, ...promised], now);
  const more = all > waiting.length || allPromised > promised.length;
  if (more) {
    // somebody holds what is left: it is free in a moment
    const idle = waiting.length + promised.length === 0;
    const fireAt = idle ? new Date(now.getTime() + secondMs) : now;
    await armTimers(tx, [{ tenantId, subjectId: id, kind: 'release.ship', fireAt }]);
  } else {
    await tx
      .update(releases)
      .set({ toldAt: now })
      .where(and(eq(releases.tenantId, tenantId), eq(releases.id, id)));
  }
  await stepBySystem(deps, tx, waiting, now, {
    decide: () => [{ kind: 'release_shipped', params: { version } }],
    also: ({ ticket }) => mailRequester(tx, ticket, 'release_shipped', now, undefined, { version }),
  });
}

/** Those of tickets that wait no more, such as ones that ended with the day of this version. */
async function endedTickets(
  tx: Transaction,
  release: ReleaseRow,
  limit: number,
): Promise<Pick<LivingTicket, 'tenantId' | 'id' | 'requesterId' | 'erasedAt'>[]> {
  const { tenantId: tenant, id: ticketId, requesterId, erasedAt } = tickets;
  return (
    tx
      .select({ tenantId: tenant, id: ticketId, requesterId, erasedAt })
      .from(releaseWaiters)
      .innerJoin(tickets, promisedTicket)
      .where(promisedEnded(release))
      .orderBy(asc(releaseWaiters.ticketId))
      .limit(limit)
      // an erasure that comes meanwhile finds the letter
      .for('no key update', { of: tickets, skipLocked: true })
  );
}

async function markTold(
  tx: Transaction,
  { tenantId, id: releaseId }: ReleaseRow,
  told: readonly { readonly id: string }[],
  now: Date,
): Promise<void> {
  if (told.length === 0) return;
  await tx
    .insert(releaseWaiters)
    .values(told.map(({ id: ticketId }) => ({ tenantId, releaseId, ticketId, toldAt: now })))
    .onConflictDoUpdate({
      target: [releaseWaiters.tenantId, releaseWaiters.releaseId, releaseWaiters.ticketId],
      set: { toldAt: now },
    });
}

const lockUntold = (tx: Transaction, { tenantId, subjectId }: ClaimedTimer) =>
  lockUnlessHeld<ReleaseRow>(() =>
    tx
      .select()
      .from(releases)
      .where(
        and(
          eq(releases.tenantId, tenantId),
          eq(releases.id, subjectId),
          isNotNull(releases.releasedOn),
          isNull(releases.toldAt),
        ),
      ),
  );
