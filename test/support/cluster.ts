import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** `embedded` comes with npm, `debian` is version 15 where the system has it. */
export type PostgresKind = 'embedded' | 'debian';

/** A PostgreSQL of its own for a test, with its faults. */
export interface Cluster {
  /** Database `postgres`, as its owner. */
  readonly url: string;
  /** Number of the process that owns it; when that one's standard input closes, both end. */
  readonly parentPid: number;
  /** `immediate` breaks every connection at once, as a crash does; `fast` closes in order. */
  stop(mode: 'fast' | 'immediate'): Promise<void>;
  start(): Promise<void>;
  /** Stops every process of it where it stands: it accepts no statement and closes no connection. */
  freeze(): Promise<void>;
  thaw(): Promise<void>;
  /** Stops it and removes its folder. */
  remove(): Promise<void>;
}

export const hasDebianPostgres = existsSync('/usr/lib/postgresql/15/bin/postgres');

/** Starts a PostgreSQL that ends with this process, however this process ends. */
export async function startCluster(kind: PostgresKind): Promise<Cluster> {
  const script = fileURLToPath(new URL('./postgres-parent.ts', import.meta.url));
  const parent = spawn(process.execPath, ['--import', 'tsx', script, kind], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    stdio: ['pipe', 'pipe', 'inherit'],
    // a signal to the group of the tests must not reach it: it has to clean up after them
    detached: true,
  });
  const ended = new Promise<void>((resolve) => parent.once('exit', () => resolve()));
  const lines = createInterface({ input: parent.stdout })[Symbol.asyncIterator]();
  const url = (await lines.next()).value;
  if (!url) throw new Error('PostgreSQL for tests did not start');
  const order = async (command: string) => {
    parent.stdin.write(`${command}\n`);
    const { value } = await lines.next();
    if (value !== `done ${command}`) throw new Error(`PostgreSQL for tests did not ${command}`);
  };
  return {
    url,
    parentPid: Number(parent.pid),
    stop: (mode) => order(`stop ${mode}`),
    start: () => order('start'),
    freeze: () => order('freeze'),
    thaw: () => order('thaw'),
    remove: async () => {
      parent.stdin.end();
      await ended;
    },
  };
}
