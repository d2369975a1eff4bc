import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/** One request of a load. */
export interface LoadRequest {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** How requests were answered. */
export interface LoadAnswers {
  /** Milliseconds from when each was to be sent until its answer was there. */
  readonly ms: readonly number[];
  /** How often each status came; 0 where no answer did. */
  readonly statuses: ReadonlyMap<number, number>;
}

/**
 * Sends requests at the instants at which they are due, whether or not those before were answered: a server that
 * stands still is charged for everybody who came meanwhile.
 *
 * @param perSecond how many are due in a second
 */
export async function openLoop(
  url: string,
  perSecond: number,
  requests: Iterable<LoadRequest>,
): Promise<LoadAnswers> {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const ms: number[] = [];
  const statuses = new Map<number, number>();
  const open: Promise<void>[] = [];
  const started = performance.now();
  let due = started;
  for (const one of requests) {
    const wait = due - performance.now();
    if (wait > 1) await pause(wait);
    const plannedAt = due;
    open.push(
      send(agent, url, one).then((status) => {
        ms.push(performance.now() - plannedAt);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }),
    );
    due += 1000 / perSecond;
  }
  await Promise.all(open);
  agent.destroy();
  return { ms, statuses };
}

const send = (agent: Agent, url: string, { path, headers, body }: LoadRequest): Promise<number> =>
  new Promise((resolve) => {
    const sent = request(`${url}${path}`, { method: 'POST', agent, headers }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode ?? 0));
      answer.on('error', () => resolve(0));
    });
    sent.setTimeout(30_000, () => sent.destroy());
    sent.on('error', () => resolve(0));
    sent.end(body);
  });
