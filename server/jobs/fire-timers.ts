import type { Logger } from 'pino';
import type { Database, Transaction } from '#server/db/connect.ts';
import { faultOf } from '#server/http/fault.ts';
import { claimTimer, claimTimers, type ClaimedBatch } from '#server/jobs/claim-timers.ts';
import { codeOf } from '#server/jobs/failure-code.ts';
import { leaveTimers, putOffTimer } from '#server/jobs/postpone-timers.ts';
import type { ClaimedTimer, TimerHandler } from '#server/jobs/timer-handler.ts';

/** What firing takes. */
export interface TimerDeps {
  readonly db: Database;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly log: Logger;
  readonly handlers: Readonly<Record<string, TimerHandler>>;
  /** Deadlines that one transaction takes at most. */
  readonly batchSize: number;
}

/**
 * Fires one batch of what is due. A batch that fails is fired again one by one, so that whichever
 * fails waits for its next attempt and holds up none of the others.
 *
 * @returns how many were taken; 0 when nothing is due
 * @throws when the database is away
 */
export async function fireTimers(deps: TimerDeps): Promise<number> {
  const { db, handlers, batchSize: limit } = deps;
  const kinds = Object.keys(handlers);
  if (kinds.length === 0) return 0;
  const now = new Date(deps.now());
  let batch: ClaimedBatch | undefined;
  try {
    await db.transaction(async (tx) => {
      batch = await claimTimers(tx, { kinds, now, limit });
      if (!batch) return;
      await take(tx, deps, batch, now);
    });
  } catch (error) {
    if (!batch) throw error;
    for (const timer of batch.timers) await fireAlone(deps, batch.kind, timer);
  }
  return batch?.timers.length ?? 0;
}

async function fireAlone(deps: TimerDeps, kind: string, timer: ClaimedTimer): Promise<void> {
  const { db, log } = deps;
  const now = new Date(deps.now());
  try {
    await db.transaction(async (tx) => {
      const claimed = await claimTimer(tx, kind, timer);
      if (!claimed) return;
      await take(tx, deps, { kind, timers: [claimed] }, now);
    });
  } catch (error) {
    const attempts = await putOffTimer(db, kind, timer, codeOf(error), now);
    const { tenantId, subjectId } = timer;
    log.error({ fault: faultOf(error), tenantId, subjectId, kind, attempts }, 'timer');
  }
}

async function take(
  tx: Transaction,
  { handlers }: TimerDeps,
  { kind, timers }: ClaimedBatch,
  now: Date,
): Promise<void> {
  const left = await handlers[kind]?.(tx, timers, now);
  await leaveTimers(tx, kind, left ?? [], now);
}
