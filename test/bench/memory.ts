import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeDataFolder, removeDataFolder } from '#test/support/data-folder.ts';
import { root } from '#test/support/sources.ts';

/** `npm run bench:memory`: what the demo holds 60 s after its start, Node and PostgreSQL together. Linux. */

const settleMs = Number(process.env['BENCH_SECONDS'] ?? 60) * 1000;
const limitMegabytes = 300;

const dataDir = makeDataFolder();
const server = spawn(process.execPath, ['dist/server/main.js', 'serve'], {
  cwd: root,
  env: { PATH: process.env['PATH'], DATA_DIR: dataDir, PORT: '0' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  await new Promise((resolve) => server.stdout.once('data', resolve));
  const postmaster = postmasterOf();
  await sleep(settleMs);
  const node = pssMegabytes(server.pid ?? 0);
  const postgres = [postmaster, ...childrenOf(postmaster)].reduce(
    (sum, pid) => sum + pssMegabytes(pid),
    0,
  );
  const whole = node + postgres;
  console.log(
    `Node ${node.toFixed(0)} MB, PostgreSQL ${postgres.toFixed(0)} MB, together ${whole.toFixed(0)} MB (limit ${limitMegabytes})`,
  );
  process.exitCode = whole <= limitMegabytes ? 0 : 1;
} finally {
  server.kill('SIGTERM');
  await new Promise((resolve) => server.once('exit', resolve));
  removeDataFolder(dataDir);
}

/** The postmaster leads its own session, so it is found by the folder on its command line. */
function postmasterOf(): number {
  const instance =
    readFileSync(join(dataDir, 'instance'), { encoding: 'utf8', flag: 'a+' }).trim() || dataDir;
  const found = processes().find((pid) => {
    const command = read(`/proc/${pid}/cmdline`);
    return command.includes(instance) && /postgres\0/.test(command);
  });
  if (!found) throw new Error('PostgreSQL was not found among the processes');
  return found;
}

function processes(): number[] {
  return readdirSync('/proc').map(Number).filter(Number.isInteger);
}

function childrenOf(parent: number): number[] {
  return processes().filter((pid) =>
    new RegExp(`\\) \\S ${parent} `).test(read(`/proc/${pid}/stat`)),
  );
}

function pssMegabytes(pid: number): number {
  return Number(/^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) / 1024;
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
