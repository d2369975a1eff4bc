import { randomBytes } from 'node:crypto';
import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { Binaries } from '#server/db/embedded/binaries.ts';
import { isAlive } from '#server/db/embedded/postmaster-file.ts';
import { asOwner } from '#server/db/embedded/run-as-owner.ts';
import { giveTo, type StateFolder } from '#server/db/embedded/state-folder.ts';
import type { DatabaseRefusal } from '#server/db/refusals.ts';

const run = promisify(execFile);
const making = /^data\.making-(\d+)-/;

/** The user that owns the embedded database. */
export const databaseUser = 'app';

/**
 * Makes the data folder where there is none. It is made aside and renamed when complete, so a start
 * that was killed leaves only rubbish; a folder without the READY mark is set aside, not deleted.
 */
export async function ensureCluster(
  state: StateFolder,
  binaries: Binaries,
  warn: (message: string) => void,
): Promise<Result<void, DatabaseRefusal>> {
  removeLeftovers(state);
  if (existsSync(state.data) && !existsSync(join(state.data, 'READY'))) setAside(state, warn);
  if (!existsSync(state.data)) {
    const made = await initialise(state, binaries);
    if (!made.ok) return made;
  }
  const found = readFileSync(join(state.data, 'PG_VERSION'), 'utf8').trim();
  if (found === String(binaries.major)) return succeed(undefined);
  const params = { folder: state.data, found, expected: String(binaries.major) };
  return fail({ code: 'data_folder.other_version', params });
}

/** The password of the embedded database where it has to listen on TCP: Windows. */
export function readPassword({ path }: StateFolder): string | undefined {
  const file = join(path, 'password');
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}

async function initialise(
  state: StateFolder,
  binaries: Binaries,
): Promise<Result<void, DatabaseRefusal>> {
  const folder = `${state.data}.making-${process.pid}-${randomBytes(4).toString('hex')}`;
  mkdirSync(folder, { mode: 0o700 });
  giveTo(folder, state.owner);
  const program = join(binaries.folder, 'initdb');
  const settings = ['-D', folder, '-U', databaseUser, '-E', 'UTF8', ...binaries.localeArguments];
  try {
    await run(program, [...settings, ...authentication(state)], asOwner(state));
  } catch (error) {
    rmSync(folder, { recursive: true });
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
    const reason = said.trim().split('\n').at(-1) || String(error);
    return fail({ code: 'postgres.not_made', params: { folder: state.data, reason } });
  }
  writeFileSync(join(folder, 'READY'), '');
  try {
    renameSync(folder, state.data);
  } catch (error) {
    // another server that starts at the same time was first
    if (!existsSync(join(state.data, 'READY'))) throw error;
    rmSync(folder, { recursive: true });
  }
  return succeed(undefined);
}

/** No password on a socket in a closed folder: only the owner and root reach it. */
function authentication(state: StateFolder): string[] {
  if (process.platform !== 'win32') return ['-A', 'trust'];
  const file = join(state.path, 'password');
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
  return ['-A', 'scram-sha-256', `--pwfile=${file}`];
}

function removeLeftovers({ path }: StateFolder): void {
  for (const name of readdirSync(path)) {
    const maker = making.exec(name)?.[1];
    if (maker && (Number(maker) === process.pid || !isAlive(Number(maker)))) {
      rmSync(join(path, name), { recursive: true, force: true });
    }
  }
}

function setAside(state: StateFolder, warn: (message: string) => void): void {
  const aside = `${state.data}.unfinished`;
  rmSync(aside, { recursive: true, force: true });
  renameSync(state.data, aside);
  warn(
    `The data folder ${state.data} was not complete; it is now ${aside}, and a new one is made.`,
  );
}
