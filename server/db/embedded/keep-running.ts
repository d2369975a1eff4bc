import { setTimeout as sleep } from 'node:timers/promises';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { Binaries } from '#server/db/embedded/binaries.ts';
import { bringUp, stopPostmaster, type Running } from '#server/db/embedded/postmaster.ts';
import type { StateFolder } from '#server/db/embedded/state-folder.ts';
import { describeRefusal, type DatabaseRefusal } from '#server/db/refusals.ts';
import { holdServerLock, type ServerLock } from '#server/db/single-server-lock.ts';

/** Where the database's news go; pino's logger is one. */
export interface DatabaseLog {
  info(message: string): void;
  warn(message: string): void;
}

export interface KeptDatabase extends Running {
  /** Gives the database up and stops it in order. */
  stop(): Promise<void>;
}

const firstPauseMs = 100;
const longestPauseMs = 5000;

/**
 * Brings PostgreSQL up, holds it for this server alone, and starts it again when it dies.
 *
 * @param dataRoot the data folder as a person knows it, for the sentence of a refusal
 */
export async function keepRunning(
  state: StateFolder,
  binaries: Binaries,
  dataRoot: string,
  log: DatabaseLog,
): Promise<Result<KeptDatabase, DatabaseRefusal>> {
  let stopping = false;
  let lock: ServerLock | undefined;
  let reviving: Promise<void> = Promise.resolve();

  async function take(): Promise<Result<Running, DatabaseRefusal>> {
    const running = await bringUp(state, binaries);
    if (!running.ok) return running;
    lock = await holdServerLock(running.value.url, () => {
      if (!stopping) reviving = revive();
    });
    if (lock) return running;
    return fail({ code: 'database.in_use', params: { folder: dataRoot } });
  }

  async function revive(): Promise<void> {
    log.warn('PostgreSQL has stopped; starting it again.');
    for (let pauseMs = firstPauseMs; !stopping; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
      const complaint = await take().then(
        (taken) => (taken.ok ? undefined : describeRefusal(taken.failure)),
        // it died again between its first answer and the lock
        (error: unknown) => String(error),
      );
      if (!complaint) return log.info('PostgreSQL runs again.');
      log.warn(complaint);
      await sleep(pauseMs);
    }
  }

  const taken = await take();
  if (!taken.ok) return taken;
  return succeed({
    ...taken.value,
    stop: async () => {
      stopping = true;
      await reviving;
      await lock?.release();
      await stopPostmaster(state, binaries);
    },
  });
}
