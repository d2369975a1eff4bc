import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Problem } from '#shared/wire/problem.ts';
import type { Result } from '#shared/result.ts';

/** What is known of something the server keeps. A problem beside a value means it is stale. */
export type Feed<Value> =
  | { readonly phase: 'idle' }
  | { readonly phase: 'loading' }
  | { readonly phase: 'ready'; readonly value: Value; readonly problem?: Problem }
  | { readonly phase: 'failed'; readonly problem: Problem };

const usualMs = 5000;

/**
 * Keeps a value fresh for its host: loads on `restart`, again every five seconds while the page is
 * visible, and at once when it becomes visible. An answer that was overtaken is dropped.
 *
 * @param load undefined where there is nothing to load
 * @param arrived called with each fresh value and the one before it
 * @param everyMs null for what is loaded anew only when its host says so
 */
export function feedController<Value>(
  host: ReactiveControllerHost,
  load: () => Promise<Result<Value>> | undefined,
  arrived: (value: Value, before: Value | undefined) => void = () => {},
  everyMs: number | null = usualMs,
) {
  let state: Feed<Value> = { phase: 'idle' };
  let generation = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const show = (next: Feed<Value>) => {
    const before = state.phase === 'ready' ? state.value : undefined;
    state = next;
    if (next.phase === 'ready' && !next.problem) arrived(next.value, before);
    host.requestUpdate();
  };
  const settle = (result: Result<Value>) => {
    if (result.ok) return show({ phase: 'ready', value: result.value });
    const problem = result.failure;
    show(
      state.phase === 'ready' && problem.code === 'service.unavailable'
        ? { phase: 'ready', value: state.value, problem }
        : { phase: 'failed', problem },
    );
  };
  const refresh = async (): Promise<void> => {
    clearTimeout(timer);
    const mine = ++generation;
    const result = await load();
    if (mine !== generation) return;
    if (result) settle(result);
    if (!document.hidden) again();
  };
  const again = () => {
    if (everyMs !== null) timer = setTimeout(() => void refresh(), everyMs);
  };
  const whenVisible = () => {
    if (!document.hidden) void refresh();
  };
  const controller: ReactiveController = {
    hostConnected: () => document.addEventListener('visibilitychange', whenVisible),
    hostDisconnected: () => {
      document.removeEventListener('visibilitychange', whenVisible);
      clearTimeout(timer);
      generation += 1;
    },
  };
  host.addController(controller);

  return {
    get state() {
      return state;
    },
    /**
     * Forgets what is shown and loads anew: another vendor, another ticket.
     *
     * @param known what was known of it last, to be shown until then
     */
    restart(known?: Value): void {
      state = known === undefined ? { phase: 'loading' } : { phase: 'ready', value: known };
      host.requestUpdate();
      void refresh();
    },
    /** Nothing to show: no ticket is open. */
    clear(): void {
      generation += 1;
      clearTimeout(timer);
      state = { phase: 'idle' };
      host.requestUpdate();
    },
    refresh: () => void refresh(),
    /** The answer of an act is newer than any load under way. */
    put(value: Value): void {
      generation += 1;
      clearTimeout(timer);
      show({ phase: 'ready', value });
      again();
    },
  };
}
