import type { Locale } from '#shared/vocabulary.ts';
import { editionDay } from '#server/features/policy-page/edition-names.ts';
import { pageWords, fullDate } from '#server/features/policy-page/page-words.ts';
import { diffEditions } from '#server/policy/edition/edition-diff.ts';
import type { PolicyPack } from '#server/policy/pack.ts';
import type { Policy } from '#server/policy/packs.ts';

/** One edition in a feed. */
export interface FeedEntry {
  readonly url: string;
  readonly title: string;
  /** ISO instant: midnight UTC of the text's date, or of the day on which it was read. */
  readonly updated: string;
  /** What it says otherwise than the edition before, a sentence each; empty for the first. */
  readonly changes: readonly string[];
}

/** A vendor's editions as a feed of changes, the newest first. */
export interface EditionFeed {
  readonly title: string;
  readonly home: string;
  readonly locale: Locale;
  readonly entries: readonly FeedEntry[];
}

/**
 * @param editions of one vendor, the newest first; at least one
 * @param address of the vendor's page
 */
export function editionFeed(
  editions: readonly Policy[],
  locale: Locale,
  address: string,
): EditionFeed {
  const packs = editions.map(({ pack }) => pack);
  const name = packs[0]?.name[locale] ?? '';
  return {
    title: `${packs[0]?.title[locale] ?? ''} — ${name}`,
    home: `${address}?lang=${locale}`,
    locale,
    entries: packs.map((pack, i) => entryOf(pack, packs[i + 1], locale, address)),
  };
}

function entryOf(
  pack: PolicyPack,
  before: PolicyPack | undefined,
  locale: Locale,
  address: string,
): FeedEntry {
  const words = pageWords(locale);
  const day = editionDay(pack);
  const date = fullDate(words, day);
  return {
    url: `${address}/${pack.edition}?lang=${locale}`,
    title: words.say(pack.editionDate ? 'feed.edition' : 'feed.editionRead', { date }),
    updated: `${day}T00:00:00Z`,
    changes: before ? diffEditions(before, pack).map((change) => change.sentence(locale)) : [],
  };
}
