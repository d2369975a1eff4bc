import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Problem } from '#shared/wire/problem.ts';
import type { Result } from '#shared/result.ts';

/** One page of a list, and where the next one begins. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly next: string | null;
}

/** What is known of a list. A problem beside rows means that the last load failed. */
export type ListState<Row> =
  | { readonly phase: 'loading' }
  | { readonly phase: 'failed'; readonly problem: Problem }
  | { readonly phase: 'ready'; readonly page: Page<Row>; readonly problem?: Problem };

/** A list of a section: what is known of it and how to know more. */
export interface SectionList<Row> {
  readonly state: ListState<Row>;
  /** Forgets what is shown: another vendor, another search. */
  readonly restart: () => void;
  /** From the first page, with what is shown until then. */
  readonly refresh: () => void;
  readonly more: () => void;
}

/**
 * A list of a section in pages: loaded when its host says so, never by itself, because nobody waits for it.
 * An answer that was overtaken is dropped; a row that two pages hold is shown once.
 *
 * @param load the page after a cursor; the first without one
 */
export function sectionList<Row extends { readonly id: string }>(
  host: ReactiveControllerHost,
  load: (after?: string) => Promise<Result<Page<Row>>>,
): SectionList<Row> {
  let state: ListState<Row> = { phase: 'loading' };
  let generation = 0;
  const show = (next: ListState<Row>) => {
    state = next;
    host.requestUpdate();
  };
  const take = async (after: string | undefined, before: readonly Row[]): Promise<void> => {
    const mine = ++generation;
    const result = await load(after);
    if (mine !== generation) return;
    if (result.ok) {
      const known = new Set(before.map(({ id }) => id));
      const fresh = result.value.rows.filter(({ id }) => !known.has(id));
      return show({
        phase: 'ready',
        page: { rows: [...before, ...fresh], next: result.value.next },
      });
    }
    const problem = result.failure;
    show(
      state.phase === 'ready'
        ? { phase: 'ready', page: state.page, problem }
        : { phase: 'failed', problem },
    );
  };
  const controller: ReactiveController = {
    hostDisconnected: () => void (generation += 1),
  };
  host.addController(controller);

  return {
    get state() {
      return state;
    },
    restart() {
      show({ phase: 'loading' });
      void take(undefined, []);
    },
    refresh: () => void take(undefined, []),
    more() {
      if (state.phase === 'ready' && state.page.next !== null) {
        void take(state.page.next, state.page.rows);
      }
    },
  };
}
