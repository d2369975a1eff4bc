import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { withDatabase } from '#server/db/address.ts';
import { connect, type Connection } from '#server/db/connect.ts';
import { migrate, tooOld } from '#server/db/migrate.ts';
import { describeRefusal } from '#server/db/refusals.ts';
import { tenants } from '#server/features/tenants/tenants.table.ts';
import { hasDebianPostgres, startCluster, type Cluster } from '#test/support/cluster.ts';
import { emptyDatabase } from '#test/support/database.ts';

/** A folder as drizzle-kit writes it: one file a migration, in order. */
function migrationFolder(...statements: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'reglament-migrations-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'meta'));
  const entries = statements.map((statement, idx) => {
    const tag = `000${idx}_step`;
    writeFileSync(join(folder, `${tag}.sql`), statement);
    return { idx, version: '7', when: 1_700_000_000_000 + idx, tag, breakpoints: true };
  });
  const journal = { version: '7', dialect: 'postgresql', entries };
  writeFileSync(join(folder, 'meta/_journal.json'), JSON.stringify(journal));
  return folder;
}

test('names what it applied, once', async () => {
  const database = await emptyDatabase();
  const first = migrationFolder('create table a (id int)');
  const both = migrationFolder('create table a (id int)', 'create table b (id int)');

  expect(await migrate(database.url, first)).toEqual({ ok: true, value: ['0000_step'] });
  expect(await migrate(database.url, both)).toEqual({ ok: true, value: ['0001_step'] });
  expect(await migrate(database.url, both)).toEqual({ ok: true, value: [] });
  await database.drop();
});

test('four servers that start at once on an empty database all come up', async () => {
  const database = await emptyDatabase();
  const folder = migrationFolder(
    'create table a (id int)',
    'insert into a select pg_backend_pid()',
  );

  const results = await Promise.all(Array.from({ length: 4 }, () => migrate(database.url, folder)));

  const applied = results.map((result) => (result.ok ? result.value.length : result.failure.code));
  expect(applied.toSorted()).toEqual([0, 0, 0, 2]);
  expect(await database.client.unsafe('select * from a')).toHaveLength(1);
  await database.drop();
});

test('a migration that fails undoes the ones before it', async () => {
  const database = await emptyDatabase();
  const folder = migrationFolder('create table a (id int)', 'create table a (id int)');

  await expect(migrate(database.url, folder)).rejects.toThrow();

  const [row] = await database.client.unsafe("select to_regclass('a') as a");
  expect(row).toEqual({ a: null });
  await database.drop();
});

test.each([
  [149_999, '14.18'],
  [90_600, '9.6.0'],
])('version %d is refused in a sentence', (version, name) => {
  const refusal = tooOld(version, name);

  expect(refusal && describeRefusal(refusal)).toBe(
    `PostgreSQL 15 or newer is needed, and this one is ${name}. Point DATABASE_URL at a newer server.`,
  );
});

test.each([150_000, 150_014, 180_004])('version %d is accepted', (version) => {
  expect(tooOld(version, 'x')).toBeUndefined();
});

test('nobody at the address is said in a sentence without the password', async () => {
  const result = await migrate('postgres://user:secret@127.0.0.1:9/support');

  expect(result.ok ? '' : describeRefusal(result.failure)).toBe(
    'PostgreSQL does not answer at 127.0.0.1:9. Start it, or correct DATABASE_URL.',
  );
});

test('a database that does not exist is said in a sentence', async () => {
  const database = await emptyDatabase();
  const result = await migrate(withDatabase(database.url, 'nothing_here'));

  expect(result.ok ? '' : result.failure.code).toBe('database.missing');
  await database.drop();
});

const kinds = hasDebianPostgres ? (['embedded', 'debian'] as const) : (['embedded'] as const);
describe.each(kinds)('on PostgreSQL: %s', (kind) => {
  let cluster: Cluster;
  let connection: Connection;
  beforeAll(async () => {
    cluster = await startCluster(kind);
    connection = connect({ url: cluster.url, poolSize: 2 });
  });
  afterAll(async () => {
    await connection.close();
    await cluster.remove();
  });

  test('the schema is made, and a row is written and read', async () => {
    const applied = await migrate(cluster.url);
    expect(applied.ok && applied.value.length).toBeGreaterThan(0);

    const row = {
      id: 'modme',
      origins: ['https://a.example'],
      createdAt: new Date(1_700_000_000_000),
    };
    await connection.db.insert(tenants).values(row);

    expect(await connection.db.select().from(tenants)).toMatchObject([row]);
  });
});
