import type { Api } from '#widget/api/client.ts';
import type { TokenSource } from '#widget/api/identity.ts';
import { personOf } from '#widget/keeping/person.ts';
import { hearChanges } from '#widget/live/hear-changes.ts';
import { pauseOrWake, untilVisible } from '#widget/live/pauses.ts';

/** Hears of changes to the person's own requests, and asks from time to time where nothing can be heard. */
export interface Watch {
  /** What changes is told at once at present: whoever asks again and again may rest. */
  readonly live: boolean;
  /** Somebody else may be here now. */
  again(): void;
  stop(): void;
}

export interface WatchDeps {
  /** Public widget key. */
  readonly key: string;
  readonly call: Api['call'];
  readonly tokens: TokenSource;
  /** A request, or any where none is named, may say something else now. */
  readonly look: (ticketId?: string) => void;
}

/** What the tab that hears passes on to the person's others. */
interface Passed {
  readonly id?: string | undefined;
  readonly ticketId?: string | undefined;
  readonly lost?: boolean;
  readonly all?: boolean;
}

/** A sign of life is good for so long, milliseconds; the server gives one every 20 s. */
const aliveMs = 45_000;
/** Between two looks where nothing is heard, seconds; twice as long each time. */
const looks = { first: 15, longest: 240 };
/** Before a line is tried again, seconds: after it broke, twice as long each time, and after a refusal. */
const tries = { first: 1, longest: 60, refused: 300 };

/**
 * One visible tab of a person holds the line and passes on what it hears; where the browser has no locks
 * each tab holds its own. A page that nobody sees holds none and asks for nothing.
 */
export function createWatch({ key, call, tokens, look }: WatchDeps): Watch {
  let aliveAt = -Infinity;
  let last: string | undefined;
  let run = new AbortController();
  const isLive = () => performance.now() - aliveAt < aliveMs;

  const take = ({ id, ticketId, lost, all }: Passed) => {
    aliveAt = lost ? -Infinity : performance.now();
    last = id ?? last;
    if (all || ticketId) look(ticketId);
  };

  /** Holds the line while the page can be seen. */
  async function lead(signal: AbortSignal, tell: (passed: Passed) => void): Promise<void> {
    let wait = tries.first;
    while (!signal.aborted) {
      const end = await hearChanges({
        signal,
        call: (line) =>
          call('changes', { signal: line, ...(last && { headers: { 'Last-Event-ID': last } }) }),
        heard: ({ id, event, data }) => {
          if (event) wait = tries.first;
          const { ticketId, missed } = JSON.parse(data ?? '{}');
          tell({ id, ticketId, all: event === 'caught-up' && (missed || !last) });
        },
      });
      if (signal.aborted) return;
      tell({ lost: true, all: !last });
      // apart, for a server that starts again has all its readers come back
      await pauseOrWake(end === 'broken' ? wait * (1 + Math.random()) : tries.refused, signal);
      wait = Math.min(wait * 2, tries.longest);
    }
  }

  /** Waits for its turn among the person's tabs. */
  async function follow(name: string, signal: AbortSignal): Promise<void> {
    const others = new BroadcastChannel(name);
    others.addEventListener('message', ({ data }: MessageEvent<Passed>) => take(data));
    const tell = (passed: Passed) => {
      take(passed);
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none
      others.postMessage(passed);
    };
    const turn = () => lead(signal, tell);
    try {
      await navigator.locks.request(name, { ifAvailable: true }, (lock) => lock && turn());
      // another tab holds the line, and what it has heard so far it passes on to nobody
      if (!signal.aborted && !last) look();
      await navigator.locks.request(name, { signal }, turn);
    } catch {
      // no locks here, or it was given up
      await turn();
    }
    others.close();
  }

  async function hear(signal: AbortSignal): Promise<void> {
    const who = tokens.known() && (await personOf(tokens).catch(() => undefined));
    if (!who) return;
    while (!signal.aborted) {
      await untilVisible(signal);
      const seen = new AbortController();
      const hide = () => {
        if (document.hidden || signal.aborted) seen.abort();
      };
      document.addEventListener('visibilitychange', hide, { signal: seen.signal });
      signal.addEventListener('abort', hide, { signal: seen.signal });
      hide();
      await follow(`reglament:${key}:${who}`, seen.signal);
      aliveAt = -Infinity;
    }
  }

  /** Where nothing is heard the page asks, ever more rarely; at once when somebody comes back to it. */
  async function ask(signal: AbortSignal): Promise<void> {
    for (let wait = looks.first; !signal.aborted; wait = Math.min(wait * 2, looks.longest)) {
      await pauseOrWake(wait, signal);
      await untilVisible(signal);
      if (signal.aborted) return;
      if (isLive()) wait = looks.first / 2;
      else if (tokens.known()) look();
    }
  }

  /** Another tab has read a request, or sent one. */
  const marked = (event: StorageEvent) => {
    if (event.key === `reglament:${key}:sent`) look();
  };

  const start = () => {
    aliveAt = -Infinity;
    last = undefined;
    const { signal } = (run = new AbortController());
    addEventListener('storage', marked, { signal });
    void hear(signal);
    void ask(signal);
  };
  start();

  return {
    get live() {
      return isLive();
    },
    again() {
      run.abort();
      start();
    },
    stop: () => run.abort(),
  };
}
