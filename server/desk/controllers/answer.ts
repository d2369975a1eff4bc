import type { ReactiveControllerHost } from 'lit';
import type { Problem } from '#shared/wire/problem.ts';
import type { Result } from '#shared/result.ts';

export type AnswerState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'sending' | 'retrying' }
  | { readonly phase: 'refused'; readonly problem: Problem };

const pausesMs = [1000, 2000, 4000, 8000, 15_000] as const;

/** Pause before the next try: 1, 2, 4, 8, then 15 seconds. */
export const pauseBefore = (attempt: number): number =>
  pausesMs[Math.min(attempt, pausesMs.length - 1)] ?? 15_000;

/**
 * Sends one composed answer until the server gives a final reply. Silence and 503 are tried again
 * with the same `send`, so with the same idempotency key; anything else is final.
 */
export function answerController(
  host: ReactiveControllerHost,
  wait: (ms: number) => Promise<void> = (ms) => new Promise((done) => setTimeout(done, ms)),
) {
  let state: AnswerState = { phase: 'idle' };
  let generation = 0;
  const show = (next: AnswerState) => {
    state = next;
    host.requestUpdate();
  };

  return {
    get state() {
      return state;
    },
    /** The final reply, or undefined when the person stopped it first. */
    async send<Value>(act: () => Promise<Result<Value>>): Promise<Result<Value> | undefined> {
      const mine = ++generation;
      show({ phase: 'sending' });
      for (let attempt = 0; ; attempt += 1) {
        const result = await act();
        if (mine !== generation) return undefined;
        if (result.ok) {
          show({ phase: 'idle' });
          return result;
        }
        if (result.failure.code !== 'service.unavailable') {
          show({ phase: 'refused', problem: result.failure });
          return result;
        }
        show({ phase: 'retrying' });
        await wait(pauseBefore(attempt));
        if (mine !== generation) return undefined;
      }
    },
    stop(): void {
      generation += 1;
      show({ phase: 'idle' });
    },
  };
}
