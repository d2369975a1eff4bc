import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { readAddress, withDatabase } from '#server/db/address.ts';
import { migrate } from '#server/db/migrate.ts';
import { describeRefusal } from '#server/db/refusals.ts';
import { hasDebianPostgres, startCluster, type Cluster } from '#test/support/cluster.ts';

/** Database that holds the schema; every test database is a copy of it. */
export const templateName = 'reglament_template';

declare module 'vitest' {
  interface ProvidedContext {
    /** Database `postgres` of the run's server. */
    readonly postgresUrl: string;
  }
}

interface Shared {
  users: number;
  readonly cluster: Promise<Cluster>;
}

/** Projects load this module anew each, and share one PostgreSQL a run. */
const run = globalThis as { reglamentTestPostgres?: Shared | undefined };

/** Starts PostgreSQL with the schema in a template; TEST_POSTGRES=debian takes Debian's 15. */
export async function setup(project: TestProject): Promise<void> {
  const shared = (run.reglamentTestPostgres ??= { users: 0, cluster: startWithSchema() });
  shared.users += 1;
  const cluster = await shared.cluster;
  project.provide('postgresUrl', cluster.url);
}

/** Stops it when the last project is done. */
export async function teardown(): Promise<void> {
  const shared = run.reglamentTestPostgres;
  if (!shared) return;
  shared.users -= 1;
  if (shared.users > 0) return;
  run.reglamentTestPostgres = undefined;
  await (await shared.cluster).remove();
}

async function startWithSchema(): Promise<Cluster> {
  const debian = process.env['TEST_POSTGRES'] === 'debian';
  if (debian && !hasDebianPostgres) throw new Error('TEST_POSTGRES=debian: no PostgreSQL 15 here');
  const cluster = await startCluster(debian ? 'debian' : 'embedded');
  const { url, address } = readAddress(cluster.url);
  const sql = postgres(url, { ...address, max: 1 });
  try {
    await sql.unsafe(`create database ${templateName}`);
    const migrated = await migrate(withDatabase(cluster.url, templateName));
    if (!migrated.ok) throw new Error(describeRefusal(migrated.failure));
    // a copy waits for every connection to its source
    await sql.unsafe(`alter database ${templateName} allow_connections false`);
    return cluster;
  } catch (error) {
    await cluster.remove();
    throw error;
  } finally {
    await sql.end();
  }
}
