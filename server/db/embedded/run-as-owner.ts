import type { StateFolder } from '#server/db/embedded/state-folder.ts';

/** How PostgreSQL's programs are started: as the owner, in a folder it may enter, in plain English. */
export function asOwner({ path, owner }: StateFolder) {
  const env =
    process.platform === 'win32'
      ? process.env
      : { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' };
  return { ...owner, cwd: path, env };
}
