import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { readAddress, withDatabase } from '#server/db/address.ts';
import { migrate } from '#server/db/migrate.ts';
import { describeRefusal } from '#server/db/refusals.ts';
import { startCluster, type Cluster, type PostgresKind } from '#test/support/cluster.ts';

/** Database that holds the schema; every test database is a copy of it. */
export const templateName = 'reglament_template';

declare module 'vitest' {
  interface ProvidedContext {
    /** Database `postgres` of the run's server. */
    readonly postgresUrl: string;
    readonly postgresKind: PostgresKind;
  }
}

interface Shared {
  users: number;
  readonly cluster: Promise<Cluster>;
}

/** Projects load this module anew each, and share one PostgreSQL of a kind a run. */
const run = globalThis as { reglamentTestPostgres?: Map<PostgresKind, Shared> };

/** Starts PostgreSQL with the schema in a template: Debian's 15 for the project of that name. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const kind = project.name === 'postgres15' ? 'debian' : 'embedded';
  const servers = (run.reglamentTestPostgres ??= new Map<PostgresKind, Shared>());
  const shared = servers.get(kind) ?? { users: 0, cluster: startWithSchema(kind) };
  servers.set(kind, shared);
  shared.users += 1;
  const cluster = await shared.cluster;
  project.provide('postgresUrl', cluster.url);
  project.provide('postgresKind', kind);
  return async () => {
    shared.users -= 1;
    if (shared.users > 0) return;
    servers.delete(kind);
    await cluster.remove();
  };
}

async function startWithSchema(kind: PostgresKind): Promise<Cluster> {
  const cluster = await startCluster(kind);
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
