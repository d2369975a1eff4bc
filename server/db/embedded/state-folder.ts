import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { DatabaseRefusal } from '#server/db/refusals.ts';

/** Whom PostgreSQL runs as, where that is not the user of this process. */
export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/** Where everything of the embedded database lives. */
export interface StateFolder {
  readonly path: string;
  readonly data: string;
  readonly log: string;
  readonly owner: Owner | undefined;
}

const socketFolderPrefix = 'reglament-socket-';
/** Parent of state folders when root runs the server: PostgreSQL cannot enter root's own folders. */
const rootBase = '/var/lib/reglament';
/** `sun_path` of Linux less its end; macOS has three bytes less. */
const socketPathLimitBytes = process.platform === 'darwin' ? 103 : 107;

/**
 * Makes or finds the state folder of a data folder. As root it is `/var/lib/reglament/<id>` with the
 * id kept in the data folder, unless an ordinary user has already made a database there.
 */
export function openStateFolder(dataRoot: string): Result<StateFolder, DatabaseRefusal> {
  const root = resolve(dataRoot);
  try {
    mkdirSync(root, { recursive: true });
    if (process.getuid?.() !== 0) return succeed(stateAt(root, undefined));
    const made = ownerOf(join(root, 'data'));
    if (made) return succeed(stateAt(root, made));
    const path = join(rootBase, instanceId(root));
    const owner = ownerOf(join(path, 'data')) ?? unprivilegedUser();
    if (!owner) return fail({ code: 'platform.without_user', params: {} });
    for (const folder of [rootBase, path]) {
      mkdirSync(folder, { recursive: true });
      chmodSync(folder, 0o711);
    }
    return succeed(stateAt(path, owner));
  } catch (error) {
    return fail(notWritable(root, error));
  }
}

/**
 * The refusal that a failed write means.
 *
 * @throws the error itself when it is no failure of the file system
 */
export function notWritable(folder: string, error: unknown): DatabaseRefusal {
  if (!(error instanceof Error && 'code' in error && 'syscall' in error)) throw error;
  return { code: 'data_folder.not_writable', params: { folder, reason: String(error.code) } };
}

/** Names in a state folder. */
export const stateAt = (path: string, owner: Owner | undefined): StateFolder => ({
  path,
  data: join(path, 'data'),
  log: join(path, 'postgres.log'),
  owner,
});

/** A folder for the socket that only the owner may enter: below the state, unless that is too deep. */
export function makeSocketFolder({ path, owner }: StateFolder): string {
  const near = join(path, 'run');
  const fits = Buffer.byteLength(join(near, '.s.PGSQL.5432')) <= socketPathLimitBytes;
  const folder = fits ? near : mkdtempSync(join(tmpdir(), socketFolderPrefix));
  mkdirSync(folder, { recursive: true });
  giveTo(folder, owner);
  return folder;
}

/** Removes the socket folder of a PostgreSQL that has stopped, if it was made for one run. */
export function removeSocketFolder(folder: string): void {
  if (folder.startsWith(join(tmpdir(), socketFolderPrefix))) {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Closes a folder to everybody but the owner. */
export function giveTo(folder: string, owner: Owner | undefined): void {
  if (owner) chownSync(folder, owner.uid, owner.gid);
  chmodSync(folder, 0o700);
}

/** `postgres` or `nobody` of this machine: initdb insists on a user that has a name. */
export function unprivilegedUser(): Owner | undefined {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(':') ?? [];
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) };
  }
  return undefined;
}

function ownerOf(data: string): Owner | undefined {
  const found = statSync(data, { throwIfNoEntry: false });
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : undefined;
}

function instanceId(root: string): string {
  const file = join(root, 'instance');
  if (!existsSync(file)) {
    try {
      writeFileSync(file, randomBytes(8).toString('hex'), { flag: 'wx' });
    } catch (error) {
      // another server that starts at the same time was first
      if (!existsSync(file)) throw error;
    }
  }
  return readFileSync(file, 'utf8').trim();
}
