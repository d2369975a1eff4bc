import {
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  statSync,
  unlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import type { StateFolder } from '#server/db/embedded/state-folder.ts';

/** What a running PostgreSQL writes about itself into its data folder. */
export interface PostmasterFile {
  readonly pid: number;
  readonly port: number;
  /** Empty where it listens on TCP only. */
  readonly socketFolder: string;
}

/** Undefined when PostgreSQL does not run, or has not got far enough to say where it listens. */
export function readPostmasterFile({ data }: StateFolder): PostmasterFile | undefined {
  let lines: string[];
  try {
    lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  const [pid, , , port, socketFolder] = lines;
  if (!Number(pid) || !Number(port)) return undefined;
  return { pid: Number(pid), port: Number(port), socketFolder: socketFolder ?? '' };
}

/** Whether a process has this number; it may be another user's. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * Removes a file left by a PostgreSQL that is gone when its number now belongs to something else, as
 * it often does after a container starts again: PostgreSQL itself would refuse to start. Only where
 * it is certain, that is on Linux with no process of the owner in the data folder.
 */
export function removeStrangersFile(state: StateFolder): boolean {
  if (process.platform !== 'linux') return false;
  const known = readPostmasterFile(state);
  if (!known || !isAlive(known.pid) || someoneWorksIn(state)) return false;
  if (readPostmasterFile(state)?.pid !== known.pid) return false;
  unlinkSync(join(state.data, 'postmaster.pid'));
  return true;
}

function someoneWorksIn({ data, owner }: StateFolder): boolean {
  const folder = realpathSync(data);
  const uid = owner?.uid ?? process.getuid?.();
  return readdirSync('/proc').some((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      return statSync(`/proc/${pid}`).uid === uid && readlinkSync(`/proc/${pid}/cwd`) === folder;
    } catch (error) {
      // a process that cannot be looked at may be the one
      return error instanceof Error && 'code' in error && error.code === 'EACCES';
    }
  });
}
