import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator';
import postgres, { type Sql } from 'postgres';
import { fail, succeed, type Result } from '#shared/result.ts';
import { printableAddress, readAddress } from '#server/db/address.ts';
import type { DatabaseRefusal } from '#server/db/refusals.ts';
import { isUnavailable } from '#server/db/unavailable.ts';
import { packageRoot } from '#server/package-root.ts';

const oldestVersion = 150_000;
/** Any number that every server of this product agrees on. */
const migrationLock = 7_345_201;

/**
 * Brings the schema up to this release. Servers that start at the same time wait for each other.
 *
 * @param folder of migrations that drizzle-kit wrote
 * @returns names of the migrations applied now
 */
export async function migrate(
  url: string,
  folder = join(packageRoot(import.meta.url), 'server/db/migrations'),
): Promise<Result<readonly string[], DatabaseRefusal>> {
  const { url: plainUrl, address } = readAddress(url);
  const sql = postgres(plainUrl, {
    ...address,
    max: 1,
    connect_timeout: 5,
    max_lifetime: null,
    onnotice: () => undefined,
    connection: { application_name: 'reglament migrate' },
  });
  try {
    const [server] = await sql<{ version: string; name: string }[]>`
      select current_setting('server_version_num') as version, current_setting('server_version') as name`;
    const old = tooOld(Number(server?.version), server?.name ?? '');
    if (old) return fail(old);
    // first of all: even drizzle's own table is made by one server only
    await sql`select pg_advisory_lock(${migrationLock})`;
    const last = await lastApplied(sql);
    await runMigrations(drizzle(sql), { migrationsFolder: folder });
    return succeed(
      journal(folder)
        .filter(({ when }) => when > last)
        .map(({ tag }) => tag),
    );
  } catch (error) {
    const refusal = refusalOf(error, printableAddress(url));
    if (refusal) return fail(refusal);
    throw error;
  } finally {
    await sql.end({ timeout: 2 });
  }
}

/** A refusal when `server_version_num` is below PostgreSQL 15. */
export function tooOld(version: number, name: string): DatabaseRefusal | undefined {
  if (version >= oldestVersion) return undefined;
  return { code: 'database.too_old', params: { version: name } };
}

/** Why a first connection failed, where a person can do something about it. */
export function refusalOf(error: unknown, address: string): DatabaseRefusal | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code.startsWith('28')) return { code: 'database.login_refused', params: { address } };
  if (code === '3D000') return { code: 'database.missing', params: { address } };
  return isUnavailable(error) ? { code: 'database.unreachable', params: { address } } : undefined;
}

/** When the newest applied migration was made, epoch milliseconds: drizzle applies what is newer. */
async function lastApplied(sql: Sql): Promise<number> {
  const [table] = await sql`select to_regclass('drizzle.__drizzle_migrations') as name`;
  if (!table?.['name']) return -1;
  const [row] = await sql`select max(created_at) as last from drizzle.__drizzle_migrations`;
  return Number(row?.['last'] ?? -1);
}

function journal(folder: string): { readonly when: number; readonly tag: string }[] {
  return JSON.parse(readFileSync(join(folder, 'meta/_journal.json'), 'utf8')).entries;
}
