import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { build } from 'vite';
import { root } from '#test/support/sources.ts';

/** The server that is killed again and again, always at the same address. */
export interface Victim {
  readonly url: string;
  start(): Promise<void>;
  /** As `kill -9` does; ends when it is gone. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

const startWithinMs = 120_000;

/** Bundles the server under test into dist/chaos, as the product itself is bundled. */
export async function buildVictim(): Promise<void> {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      ssr: 'test/chaos/entry.ts',
      outDir: 'dist/chaos',
      emptyOutDir: true,
      target: 'node20',
      minify: false,
    },
  });
}

/** A server on a port of its own; its database outlives it, as it does in the product. */
export async function victimOf(env: Readonly<Record<string, string>>): Promise<Victim> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  let ended: Promise<unknown> = Promise.resolve();

  const end = async (signal: NodeJS.Signals) => {
    child?.kill(signal);
    await ended;
  };
  return {
    url,
    start: async () => {
      let said = '';
      const started = spawn(process.execPath, ['dist/chaos/entry.js'], {
        cwd: root,
        env: { PATH: process.env['PATH'], PORT: String(port), ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      started.stdout.on('data', (chunk) => (said += String(chunk)));
      started.stderr.on('data', (chunk) => (said += String(chunk)));
      let gone = false;
      ended = new Promise((resolve) => started.once('close', resolve)).then(() => (gone = true));
      child = started;
      const until = Date.now() + startWithinMs;
      while (!said.includes('listens at')) {
        if (gone || Date.now() > until)
          throw new Error(`the server ${gone ? 'ended' : 'did not start in time'}: ${said}`);
        await pause(10);
      }
    },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
