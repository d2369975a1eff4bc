import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { root } from '#test/support/sources.ts';

/**
 * `npm run chaos:widget -- --runs 1000 --seed 7`: sends so many requests while the way is cut and the tab killed, and
 * looks for what was lost or sent twice; the seed repeats a run's dice. Ends by itself, about two seconds a run.
 */
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '1000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const test = ['--project', 'e2e', 'test/e2e/widget-lost.test.ts'];
const { status } = spawnSync('npx', ['vitest', 'run', '-c', 'test/vitest.config.ts', ...test], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, LOST_RUNS: values.runs, LOST_SEED: values.seed },
});
process.exitCode = status ?? 1;
