import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '#server/db/connect.ts';
import { armTimers } from '#server/jobs/arm-timers.ts';
import type { TimerKind } from '#server/jobs/timer-kinds.ts';
import { probeKind } from '#test/chaos/probe.ts';
import type { ChaosRecord } from '#test/chaos/record.ts';
import type { Dice } from '#test/support/dice.ts';

/**
 * Arms deadlines of the next second until the signal, as a server that is not killed would, and moves
 * some that have fired or not.
 */
export async function armUntil(
  signal: AbortSignal,
  db: Database,
  tenantId: string,
  record: ChaosRecord,
  dice: Dice,
): Promise<void> {
  while (!signal.aborted) {
    const fresh = Array.from({ length: dice.whole(1, 8) }, () => randomUUID());
    const again = record.armed.filter(() => dice.chance(2 / (record.armed.length + 1)));
    const drafts = [...fresh, ...again].map((subjectId) => ({
      tenantId,
      subjectId,
      kind: probeKind as TimerKind,
      fireAt: new Date(Date.now() + dice.whole(-100, 1000)),
    }));
    await db
      .transaction((tx) => armTimers(tx, drafts))
      .then(
        () => record.armed.push(...fresh),
        // a database that is away: whether these are armed is not known
        () => undefined,
      );
    await pause(dice.whole(5, 40));
  }
}
