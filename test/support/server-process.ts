import { spawn, type ChildProcess } from 'node:child_process';
import { root } from '#test/support/sources.ts';

export interface ServerProcess {
  readonly child: ChildProcess;
  /** Undefined when it refused to start. */
  readonly url: string | undefined;
  /** Everything it printed so far. */
  output(): string;
  /** The exit code; null after a kill. */
  exit(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Starts the built server as `npm start` does, and waits until it listens or ends. */
export async function startServer(env: Readonly<Record<string, string>>): Promise<ServerProcess> {
  return watch(['serve'], env);
}

/** Runs a command of the built server to its end. */
export async function runCommand(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<{ readonly code: number | null; readonly output: string }> {
  const process = await watch(args, env);
  const code = await process.exit();
  return { code, output: process.output() };
}

async function watch(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<ServerProcess> {
  const child = spawn(process.execPath, ['dist/server/main.js', ...args], {
    cwd: root,
    env: { PATH: process.env['PATH'], PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const listening = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        printed += String(chunk);
        if (printed.includes('signs in once')) resolve();
      });
    }
  });
  await Promise.race([listening, ended]);
  return {
    child,
    url: /http:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0],
    output: () => printed,
    exit: (signal) => {
      if (signal) child.kill(signal);
      return ended;
    },
  };
}
