import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Database, Transaction } from '#server/db/connect.ts';
import { backOffMs } from '#server/jobs/back-off.ts';
import type { ClaimedTimer } from '#server/jobs/timer-handler.ts';
import { timers } from '#server/jobs/timers.table.ts';

/** When a subject that somebody else works on is looked at again, milliseconds. */
const busyMs = 250;

const firstRetryMs = 2000;
const longestRetryMs = 3_600_000;

/** Gives back what a handler left alone, all of one tenant and kind. */
export async function leaveTimers(
  tx: Transaction,
  kind: string,
  left: readonly ClaimedTimer[],
  now: Date,
): Promise<void> {
  const [first] = left;
  if (!first) return;
  const subjects = left.map(({ subjectId }) => subjectId);
  await tx
    .update(timers)
    .set({ state: 'armed', fireAt: new Date(now.getTime() + busyMs) })
    .where(
      and(
        eq(timers.tenantId, first.tenantId),
        inArray(timers.subjectId, subjects),
        eq(timers.kind, kind),
        eq(timers.state, 'fired'),
      ),
    );
}

/**
 * Moves a deadline whose effect failed to its next attempt: 2 seconds later, then twice as long each
 * time, an hour at most. It is tried for ever: a promise does not end because its server is broken.
 *
 * @param code what failed, without a person's words
 * @returns attempts that have failed so far; undefined when it was armed anew or cancelled meanwhile
 */
export async function putOffTimer(
  db: Database,
  kind: string,
  { tenantId, subjectId, generation }: ClaimedTimer,
  code: string,
  now: Date,
): Promise<number | undefined> {
  const place = and(
    eq(timers.tenantId, tenantId),
    eq(timers.subjectId, subjectId),
    eq(timers.kind, kind),
    eq(timers.generation, generation),
    eq(timers.state, 'armed'),
  );
  return db.transaction(async (tx) => {
    const [row] = await tx
      .update(timers)
      .set({ attempts: sql`${timers.attempts} + 1`, lastError: code })
      .where(place)
      .returning({ attempts: timers.attempts });
    if (!row) return undefined;
    const waitMs = backOffMs(row.attempts, firstRetryMs, longestRetryMs);
    await tx
      .update(timers)
      .set({ fireAt: new Date(now.getTime() + waitMs) })
      .where(place);
    return row.attempts;
  });
}
