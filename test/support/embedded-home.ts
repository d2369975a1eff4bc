import { spawn, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { findPackagedBinaries } from '#server/db/embedded/binaries.ts';
import { unprivilegedUser } from '#server/db/embedded/state-folder.ts';

/** Users to run the embedded database as: root and another where the tests run as root. */
export const users = process.getuid?.() === 0 ? (['root', 'nobody'] as const) : (['me'] as const);
export type User = (typeof users)[number];

/** A server process on the embedded database. */
export interface Host {
  readonly hello: { adopted?: boolean; stateDir?: string; refusal?: string };
  /** What the server wrote to standard error so far. */
  readonly warnings: () => string;
  ask(command: 'insert' | 'count' | 'settings' | 'stop'): Promise<unknown>;
  /** As `kill -9` does. */
  kill(): Promise<void>;
}

/** A copy of the product in a folder that only its owner may enter. */
export interface Home {
  readonly folder: string;
  readonly dataRoot: string;
  start(dataRoot?: string): Promise<Host>;
  /** Kills the server processes that still run; their database stays. */
  killHosts(): Promise<void>;
  /** A server process whose start nobody waits for. */
  spawn(dataRoot?: string): ChildProcess;
  remove(): Promise<void>;
}

/** Lays the bundled server and the packaged binaries into a closed folder of a user. */
export async function embeddedHome(user: User, nested = ''): Promise<Home> {
  const folder = mkdtempSync('/tmp/reglament-home-');
  const root = fileURLToPath(new URL('../..', import.meta.url));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: 'test/support/embedded-host.ts',
      outDir: join(folder, 'dist'),
      rolldownOptions: { output: { entryFileNames: 'host.js' } },
    },
  });
  writeFileSync(join(folder, 'package.json'), '{"name":"reglament","type":"module"}');
  const packaged = dirname(findPackagedBinaries()?.native ?? '');
  const target = join(folder, 'node_modules', ...packaged.split('/').slice(-2));
  cpSync(packaged, target, { recursive: true, verbatimSymlinks: true });
  const dataRoot = join(folder, nested, '.data');
  mkdirSync(dirname(dataRoot), { recursive: true });
  chmodSync(folder, 0o700);

  const owner = user === 'nobody' ? unprivilegedUser() : undefined;
  if (owner) giveAll(folder, owner.uid, owner.gid);
  const sweeper = spawn(
    process.execPath,
    ['--import', 'tsx', join(root, 'test/support/state-sweeper.ts'), dataRoot, folder],
    { cwd: root, stdio: ['pipe', 'inherit', 'inherit'], detached: true },
  );
  const swept = new Promise<void>((resolve) => sweeper.once('exit', () => resolve()));
  const hosts: Host[] = [];
  const launch = (data: string) =>
    spawn(process.execPath, [join(folder, 'dist/host.js'), data], {
      ...owner,
      cwd: folder,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
  return {
    folder,
    dataRoot,
    spawn: (data = dataRoot) => launch(data),
    start: async (data = dataRoot) => {
      const host = await talkTo(launch(data));
      hosts.push(host);
      return host;
    },
    killHosts: async () => {
      await Promise.all(hosts.splice(0).map((host) => host.kill()));
    },
    remove: () => {
      sweeper.stdin.end();
      return swept;
    },
  };
}

async function talkTo(child: ReturnType<typeof spawn>): Promise<Host> {
  const { stdin, stdout, stderr } = child;
  if (!stdin || !stdout || !stderr) throw new Error('a server process without pipes');
  let warnings = '';
  stderr.on('data', (chunk: Buffer) => (warnings += chunk.toString()));
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const lines = createInterface({ input: stdout })[Symbol.asyncIterator]();
  const next = async () => {
    const { value } = await lines.next();
    if (value === undefined) throw new Error(`the server process ended: ${warnings}`);
    return JSON.parse(value);
  };
  return {
    hello: await next(),
    warnings: () => warnings,
    ask: async (command) => {
      stdin.write(`${command}\n`);
      return command === 'stop' ? exited : next();
    },
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

function giveAll(folder: string, uid: number, gid: number): void {
  chownSync(folder, uid, gid);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) giveAll(path, uid, gid);
    else if (!entry.isSymbolicLink()) chownSync(path, uid, gid);
  }
}
