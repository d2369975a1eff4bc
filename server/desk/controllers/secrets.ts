import type { ReactiveControllerHost } from 'lit';
import type { RevealedAccess } from '#shared/wire/access.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Result } from '#shared/result.ts';

/** How long a secret stays readable on the page, milliseconds. */
const shownMs = 60_000;

/** Secrets that are shown now: each for a minute, none after its host has left the page. */
export function secretsController(host: ReactiveControllerHost) {
  const shown = new Map<string, string>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  let problem: Problem | undefined;

  const hide = (id: string) => {
    clearTimeout(timers.get(id));
    shown.delete(id);
    host.requestUpdate();
  };
  const hideAll = () => {
    for (const id of shown.keys()) hide(id);
    problem = undefined;
  };
  host.addController({ hostDisconnected: hideAll });

  return {
    shown: shown as ReadonlyMap<string, string>,
    /** Why the last one was not shown. */
    get problem() {
      return problem;
    },
    hideAll,
    /** Hides what is shown; else asks for it, which is one view in the history. */
    async toggle(id: string, reveal: () => Promise<Result<RevealedAccess>>): Promise<void> {
      problem = undefined;
      if (shown.has(id)) return hide(id);
      const read = await reveal();
      if (read.ok) {
        shown.set(id, read.value.secret);
        timers.set(
          id,
          setTimeout(() => hide(id), shownMs),
        );
      } else problem = read.failure;
      host.requestUpdate();
    },
  };
}
