import type { Locale } from '#shared/vocabulary.ts';
import { changedParts } from './edition-diff-parts.ts';
import { labelWords } from './edition-diff-labels.ts';
import { namesOf } from './edition-diff-names.ts';
import { changeWords } from './edition-diff-words.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

/** One thing that another edition says otherwise. */
export interface EditionChange {
  /** JSON pointer into the newer pack; into the older one where the part was removed. */
  readonly at: string;
  /** Top-level section of the pack: `clocks`. */
  readonly section: string;
  /** The clause that states it: the newer edition's, else the older one's. */
  readonly clause?: string;
  readonly kind: 'added' | 'removed' | 'changed';
  /** As the packs have it; absent on the side that does not have it. */
  readonly from?: unknown;
  readonly to?: unknown;
  /** One sentence for readers, never the data itself. */
  sentence(locale: Locale): string;
}

/**
 * What the newer of two editions says otherwise, in the order of the pack. Names of the edition, days
 * on which clauses were read, worked cases and notes to the vendor are no part of what it says.
 *
 * @param a the older edition, `b` the newer one, both as `readPack` gives them
 */
export function diffEditions(a: PolicyPack, b: PolicyPack): EditionChange[] {
  const names = { older: namesOf(a), newer: namesOf(b) };
  return changedParts(a, b).map((part) => ({
    at: part.at,
    section: part.place[0]?.key ?? '',
    ...(part.clause === undefined ? {} : { clause: part.clause }),
    kind: part.kind,
    ...(part.kind === 'added' ? {} : { from: part.from }),
    ...(part.kind === 'removed' ? {} : { to: part.to }),
    sentence: (locale) => changeWords(locale, part, names),
  }));
}

/** What a section of a pack is called: `Working hours of the desk`. */
export function sectionWords(locale: Locale, section: string): string {
  const words = labelWords(locale, [section]);
  return words.charAt(0).toLocaleUpperCase(locale) + words.slice(1);
}
