import type { Hearer, Identity } from '#widget/handle.ts';
import { subjectOf } from '#widget/keeping/person.ts';

const nothing = () => undefined;

/** Whom a page names at present. @param said what it has said and not taken back, in order */
export function namedIn(said: Iterable<(hearer: Hearer) => void>): Identity | undefined {
  let named: Identity | undefined;
  const identify = (who: Identity) => void (named = who);
  for (const act of said) act({ identify, context: nothing, prefill: nothing, on: nothing });
  return named;
}

/**
 * Whether a page that has named somebody names somebody else by now, or nobody. Whom one function stands for after
 * another nobody can tell unless they are called: pages that are drawn anew give a new one for the same person.
 */
export function isSomebodyElse(before: Identity | undefined, now: Identity | undefined): boolean {
  if (!before || before === now) return false;
  if (typeof before === 'function') return typeof now !== 'function';
  return typeof now !== 'string' || subjectOf(before) !== subjectOf(now);
}
