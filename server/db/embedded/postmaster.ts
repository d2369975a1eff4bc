import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { Binaries } from '#server/db/embedded/binaries.ts';
import { probe, socketUrl } from '#server/db/embedded/probe.ts';
import {
  isAlive,
  readPostmasterFile,
  removeStrangersFile,
} from '#server/db/embedded/postmaster-file.ts';
import { asOwner } from '#server/db/embedded/run-as-owner.ts';
import { listenArguments, serverArguments } from '#server/db/embedded/settings.ts';
import { removeSocketFolder, type StateFolder } from '#server/db/embedded/state-folder.ts';
import type { DatabaseRefusal } from '#server/db/refusals.ts';

export interface Running {
  readonly url: string;
  /** It was running already: an earlier server was killed and left it behind. */
  readonly adopted: boolean;
}

/** Recovery after a crash replays up to `max_wal_size`. */
const patienceMs = 60_000;
/** How long the processes of a killed PostgreSQL may take to vanish. */
const vanishMs = 10_000;
const logLimitBytes = 5_000_000;
/** What PostgreSQL says while processes of an earlier run still hold its data. */
const stillHeld = /already exists|shared memory block|is already in use|could not lock/i;

/** Adopts the PostgreSQL that runs on this data folder, or starts one and waits until it answers. */
export async function bringUp(
  state: StateFolder,
  binaries: Binaries,
  extraArguments: readonly string[] = [],
): Promise<Result<Running, DatabaseRefusal>> {
  const since = Date.now();
  let child: ChildProcess | undefined;
  for (;;) {
    const running =
      child?.pid !== undefined && child.exitCode === null && child.signalCode === null;
    const answer = await probe(state);
    if (answer === 'answers') return succeed({ url: socketUrl(state), adopted: !running });
    const waited = Date.now() - since;
    if (!running && answer === 'silent') {
      const reason = child && lastWords(state);
      const hopeless = reason !== undefined && (!stillHeld.test(reason) || waited > vanishMs);
      if (hopeless) return notStarted(state, reason);
      if (child) {
        removeStrangersFile(state);
        await sleep(250);
      }
      const listen = await listenArguments(state);
      child = launch(state, binaries, [...listen, ...extraArguments]);
    }
    if (waited > patienceMs) return notStarted(state, `no answer within ${patienceMs / 1000} s`);
    await sleep(25);
  }
}

/**
 * Stops PostgreSQL.
 *
 * @param signal SIGINT disconnects everybody and closes the data in order; SIGQUIT stops at once,
 *   and the next start recovers
 */
export async function stopPostmaster(
  state: StateFolder,
  binaries: Binaries,
  signal: 'SIGINT' | 'SIGQUIT' = 'SIGINT',
): Promise<void> {
  const running = readPostmasterFile(state);
  if (!running || !isAlive(running.pid)) return;
  if (process.platform === 'win32') {
    const mode = signal === 'SIGINT' ? 'fast' : 'immediate';
    spawn(join(binaries.folder, 'pg_ctl'), ['stop', '-D', state.data, '-m', mode, '-W']);
  } else {
    process.kill(running.pid, signal);
  }
  // its file goes last; as a child of nobody it may stay a zombie
  while (readPostmasterFile(state)?.pid === running.pid && isAlive(running.pid)) await sleep(20);
  removeSocketFolder(running.socketFolder);
}

/** Its own session, so that neither Ctrl-C nor the death of this process reaches it. */
function launch(state: StateFolder, binaries: Binaries, more: readonly string[]): ChildProcess {
  if ((statSync(state.log, { throwIfNoEntry: false })?.size ?? 0) > logLimitBytes) {
    renameSync(state.log, `${state.log}.1`);
  }
  const log = openSync(state.log, 'a', 0o600);
  const child = spawn(
    join(binaries.folder, 'postgres'),
    [...serverArguments(state, binaries), ...more],
    { ...asOwner(state), detached: true, windowsHide: true, stdio: ['ignore', log, log] },
  );
  closeSync(log);
  child.on('error', () => undefined);
  child.unref();
  return child;
}

/** The last complaint in its log, without the prefix of time and process. */
function lastWords({ log }: StateFolder): string {
  const lines = readFileSync(log, 'utf8').slice(-4000).trim().split('\n');
  const complaint = lines.findLast((line) => /FATAL|PANIC|ERROR/.test(line)) ?? lines.at(-1) ?? '';
  return complaint.replace(/^.*?(FATAL|PANIC|ERROR):\s*/, '');
}

function notStarted(state: StateFolder, reason: string) {
  return fail({ code: 'postgres.not_started', params: { folder: state.path, reason } } as const);
}
