import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '#test/support/sources.ts';

test('the migrations make exactly the tables that the code describes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'reglament-migrations-'));
  cpSync(join(root, 'server/db/migrations'), folder, { recursive: true });
  const before = readdirSync(folder).toSorted();
  execFileSync(
    'npx',
    [
      'drizzle-kit',
      'generate',
      '--dialect',
      'postgresql',
      '--schema',
      'server/**/*.table.ts',
      '--out',
      relative(root, folder),
    ],
    { cwd: root, stdio: 'pipe' },
  );

  expect(readdirSync(folder).toSorted()).toEqual(before);
  rmSync(folder, { recursive: true });
});
