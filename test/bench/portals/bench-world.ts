import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { WorldAsked } from '#test/bench/portals/world-process.ts';

/** The Bitrix24 of a bench, in a process of its own. */
export interface BenchWorld {
  readonly port: number;
  /** Of the authority that signed for its hosts, as PEM. */
  readonly ca: string;
  ask<Name extends keyof WorldAsked>(
    name: Name,
    asks: WorldAsked[Name]['asks'],
  ): Promise<WorldAsked[Name]['gets']>;
  close(): Promise<void>;
}

export async function benchWorld(): Promise<BenchWorld> {
  const script = fileURLToPath(new URL('./world-process.ts', import.meta.url));
  const child = fork(script, { execArgv: ['--import', 'tsx'], stdio: 'inherit' });
  const [{ port, ca }] = (await once(child, 'message')) as [{ port: number; ca: string }];
  const waiting = new Map<number, (gets: never) => void>();
  child.on('message', ({ id, gets }: { id: number; gets: never }) => {
    waiting.get(id)?.(gets);
    waiting.delete(id);
  });
  let last = 0;
  return {
    port,
    ca,
    ask: (name, asks) =>
      new Promise((resolve) => {
        last += 1;
        waiting.set(last, resolve);
        child.send({ id: last, name, asks });
      }),
    close: async () => {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}
