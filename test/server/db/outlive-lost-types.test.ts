import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { root } from '#test/support/sources.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

/** A process of its own: here the runner would catch what nobody caught. */
const run = (mode: string) =>
  spawnSync(
    process.execPath,
    ['--import', 'tsx', 'test/support/lost-types.ts', database.url, mode],
    { cwd: root, encoding: 'utf8', timeout: 60_000 },
  );

test('a connection that is lost while the driver learns its types ends no server, and a fault of ours does', () => {
  const bare = run('bare');
  const guarded = run('guarded');

  expect([bare.status, bare.stdout]).toEqual([1, '']);
  expect(guarded.stdout).toMatch(/outlived\n(outlived\n)*alive/);
  expect(guarded.status).not.toBe(0);
  expect(guarded.stderr).toContain('a fault of ours');
});
