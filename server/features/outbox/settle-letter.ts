import { and, eq } from 'drizzle-orm';
import type { NoticeObstacle } from '#shared/vocabulary.ts';
import type { Database } from '#server/db/connect.ts';
import { inTransaction } from '#server/db/transact.ts';
import type { ClaimedLetter } from '#server/features/outbox/claim-letters.ts';
import { noticeFailedLetter } from '#server/features/outbox/notice-failed-letter.ts';
import { outbox } from '#server/features/outbox/outbox.table.ts';
import { backOffMs } from '#server/jobs/back-off.ts';

/** A letter that failed so often is given up: about two days after the first attempt. */
const mostAttempts = 16;

const firstRetryMs = 60_000;
const longestRetryMs = 6 * 3_600_000;

/** How an attempt ended; `final` where another one would end the same. */
export type Settled =
  | { readonly sent: true }
  | { readonly sent: false; readonly code: string; readonly final: boolean };

/**
 * Records how an attempt ended, unless the lease ran out and the letter is another's by now. Of one that is
 * given up the desk gets a notice in the same transaction.
 */
export async function settleLetter(
  db: Database,
  letter: ClaimedLetter,
  settled: Settled,
  now: Date,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const [after] = await tx
      .update(outbox)
      .set(afterAttempt(letter.attempts, settled, now))
      .where(ownedBy(letter))
      .returning();
    if (after?.state === 'failed') await noticeFailedLetter(tx, after, now);
  });
}

/** Gives a letter up without a word to anybody: nothing that was tried has failed. */
export async function holdLetter(
  db: Database,
  letter: ClaimedLetter,
  why: NoticeObstacle,
): Promise<void> {
  await db
    .update(outbox)
    .set({ state: 'held', tryAt: null, lastError: why })
    .where(ownedBy(letter));
}

/** Puts a letter off that was not tried. */
export async function postponeLetter(
  db: Database,
  letter: ClaimedLetter,
  until: Date,
): Promise<void> {
  await db
    .update(outbox)
    .set({ tryAt: until, attempts: letter.attempts - 1 })
    .where(ownedBy(letter));
}

const ownedBy = ({ tenantId, id, attempts }: ClaimedLetter) =>
  and(
    eq(outbox.tenantId, tenantId),
    eq(outbox.id, id),
    eq(outbox.state, 'waiting'),
    eq(outbox.attempts, attempts),
  );

function afterAttempt(attempts: number, settled: Settled, now: Date) {
  if (settled.sent) return { state: 'sent', sentAt: now, tryAt: null, lastError: null } as const;
  const lastError = settled.code;
  if (settled.final || attempts >= mostAttempts) {
    return { state: 'failed', tryAt: null, lastError } as const;
  }
  const waitMs = backOffMs(attempts, firstRetryMs, longestRetryMs);
  return { tryAt: new Date(now.getTime() + waitMs), lastError };
}
