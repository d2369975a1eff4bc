import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { inject } from 'vitest';
import { readAddress, withDatabase } from '#server/db/address.ts';
import { connect, type Connection } from '#server/db/connect.ts';
import { startCluster, type Cluster, type PostgresKind } from '#test/support/cluster.ts';
import { loggedWords } from '#test/support/logged-words.ts';
import { templateName } from '#test/support/postgres.setup.ts';

export interface TestDatabase extends Connection {
  readonly url: string;
  /** Closes the pool and deletes the database. Fails where its log came to hold words. */
  drop(): Promise<void>;
}

/** A database of one's own with the schema in it, and nothing else. */
export function testDatabase(): Promise<TestDatabase> {
  return copyOf(templateName);
}

/** A database of one's own without any table. */
export function emptyDatabase(): Promise<TestDatabase> {
  return copyOf('template0');
}

/** A PostgreSQL of one's own, to be stopped and started in the middle of a test; no schema in it. */
export function privateCluster(kind: PostgresKind = inject('postgresKind')): Promise<Cluster> {
  return startCluster(kind);
}

async function copyOf(template: string): Promise<TestDatabase> {
  const server = inject('postgresUrl');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(server, `create database ${name} template ${template}`);
  const url = withDatabase(server, name);
  const connection = connect({ url });
  return {
    ...connection,
    url,
    drop: async () => {
      await connection.close();
      const words = await loggedWords(url);
      await onServer(server, `drop database ${name} with (force)`);
      if (words.length > 0) throw new Error(`words in the log: ${words.join(', ')}`);
    },
  };
}

async function onServer(server: string, command: string): Promise<void> {
  const { url, address } = readAddress(server);
  const sql = postgres(url, { ...address, max: 1, onnotice: () => undefined });
  try {
    await sql.unsafe(command);
  } finally {
    await sql.end();
  }
}
