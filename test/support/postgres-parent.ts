import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import {
  findPackagedBinaries,
  installBinaries,
  type Binaries,
} from '#server/db/embedded/binaries.ts';
import { ensureCluster } from '#server/db/embedded/cluster.ts';
import { bringUp, stopPostmaster } from '#server/db/embedded/postmaster.ts';
import { readPostmasterFile } from '#server/db/embedded/postmaster-file.ts';
import { stateAt, unprivilegedUser } from '#server/db/embedded/state-folder.ts';

// Owns one PostgreSQL for tests: started here, driven by lines on standard input, stopped and
// removed when standard input closes, so that a killed test run leaves nothing behind.

/** Enough for several test files with a pool each; its data need not survive a power cut. */
const settings = ['-c', 'max_connections=150', '-c', 'fsync=off'];

const isRoot = process.getuid?.() === 0;
// root's own temporary folder may be closed to the user that PostgreSQL runs as
const path = mkdtempSync(join(isRoot ? '/tmp' : tmpdir(), 'reglament-postgres-'));
if (isRoot) chmodSync(path, 0o711);
const state = stateAt(path, isRoot ? unprivilegedUser() : undefined);
const binaries = process.argv[2] === 'debian' ? debian() : embedded();

async function start(): Promise<string> {
  const running = await bringUp(state, binaries, settings);
  if (!running.ok) throw new Error(JSON.stringify(running.failure));
  return running.value.url;
}

const commands: Record<string, () => Promise<unknown>> = {
  start,
  'stop fast': () => stopPostmaster(state, binaries, 'SIGINT'),
  'stop immediate': () => stopPostmaster(state, binaries, 'SIGQUIT'),
  freeze: async () => signalAll('SIGSTOP'),
  thaw: async () => signalAll('SIGCONT'),
};

try {
  const made = await ensureCluster(state, binaries, console.error);
  if (!made.ok) throw new Error(JSON.stringify(made.failure));
  console.log(await start());
  for await (const line of createInterface({ input: process.stdin })) {
    await commands[line]?.();
    console.log(`done ${line}`);
  }
} finally {
  signalAll('SIGCONT');
  await stopPostmaster(state, binaries, 'SIGQUIT');
  rmSync(path, { recursive: true, force: true });
}

function debian(): Binaries {
  const folder = '/usr/lib/postgresql/15/bin';
  return { folder, major: 15, localeArguments: ['--locale=C.UTF-8'] };
}

function embedded(): Binaries {
  const packaged = findPackagedBinaries();
  const installed = packaged && installBinaries(packaged, path);
  if (!installed?.ok) throw new Error('npm brought no PostgreSQL binaries for this platform');
  return installed.value;
}

/** To the postmaster and its children: each child leads a process group of its own. */
function signalAll(signal: NodeJS.Signals): void {
  const postmaster = readPostmasterFile(state)?.pid;
  if (!postmaster || process.platform !== 'linux') return;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const [, parent] = /\) \S (\d+) /.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
      if (Number(pid) === postmaster || Number(parent) === postmaster) {
        process.kill(Number(pid), signal);
      }
    } catch {
      // it ended in between
    }
  }
}
