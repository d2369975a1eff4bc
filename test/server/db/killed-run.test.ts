import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';
import { commandOf } from '#test/support/processes.ts';

test('a test run killed with -9 leaves no PostgreSQL, no parent of it and no folder', async () => {
  const root = fileURLToPath(new URL('../../..', import.meta.url));
  const run = spawn(process.execPath, ['--import', 'tsx', 'test/support/abandoned-run.ts'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { value } = await createInterface({ input: run.stdout })[Symbol.asyncIterator]().next();
  const { url, parentPid } = JSON.parse(value);
  const folder = dirname(new URL(url).searchParams.get('host') ?? '');
  const postmaster = Number(
    readFileSync(join(folder, 'data/postmaster.pid'), 'utf8').split('\n')[0],
  );

  run.kill('SIGKILL');

  await vi.waitFor(
    () => {
      expect(existsSync(folder)).toBe(false);
      expect([commandOf(parentPid), commandOf(postmaster)]).toEqual(['', '']);
    },
    { timeout: 15_000 },
  );
});
