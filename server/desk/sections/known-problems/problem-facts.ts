import type { KnownProblemView } from '#shared/wire/known-problems.ts';
import { tag } from '#desk/sections/parts.ts';
import type { SayVersions } from '#desk/sections/versions/version-words.ts';

/** Where known problems stand, in the order of a choice. */
export const problemStates = [
  'open',
  'fixed',
  'withdrawn',
] as const satisfies readonly KnownProblemView['state'][];

/** Where a known problem stands, as a mark on its row. */
export function problemTag(say: SayVersions, { state }: Pick<KnownProblemView, 'state'>) {
  if (state === 'fixed') return tag('met', 'check', say('problems.state.fixed'));
  return state === 'open'
    ? tag('soon', 'alert', say('problems.state.open'))
    : tag('paused', 'close', say('problems.state.withdrawn'));
}

/** Which version ends it. */
export function problemEnd(say: SayVersions, { state, fixedIn }: KnownProblemView): string {
  if (fixedIn === null) return say('problems.unfixed');
  return say(state === 'fixed' ? 'problems.fixed' : 'problems.willBeFixed', { version: fixedIn });
}
