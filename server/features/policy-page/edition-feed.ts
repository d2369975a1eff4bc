import type { Locale } from '#shared/vocabulary.ts';
import { editionDay } from '#server/features/policy-page/edition-names.ts';
import { pageWords, fullDate } from '#server/features/policy-page/page-words.ts';
import type { EditionStanding } from '#server/features/policies/policy-registry.ts';
import { diffEditions } from '#server/policy/edition/edition-diff.ts';
import type { PolicyPack } from '#server/policy/pack.ts';
import { instantText } from '#server/policy/time/instant-text.ts';
import { dayMs, dayOf } from '#server/policy/time/local-date.ts';

/** One edition in a feed. */
export interface FeedEntry {
  readonly url: string;
  readonly title: string;
  /**
   * ISO instant: midnight UTC of the text's date, or of the day on which it was read; the publication
   * where that was before.
   */
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
 * An edition that waits for its publication is not announced.
 *
 * @param standings of the editions of one vendor, the newest first; at least one
 * @param address of the vendor's page
 */
export function editionFeed(
  standings: readonly EditionStanding[],
  locale: Locale,
  address: string,
): EditionFeed {
  const known = standings.filter(({ effect }) => effect.state !== 'not_published');
  const packs = known.map(({ policy }) => policy.pack);
  const name = packs[0]?.name[locale] ?? '';
  return {
    title: `${packs[0]?.title[locale] ?? ''} — ${name}`,
    home: `${address}?lang=${locale}`,
    locale,
    entries: known.map((standing, i) => entryOf(standing, packs[i + 1], locale, address)),
  };
}

function entryOf(
  { policy: { pack }, publication }: EditionStanding,
  before: PolicyPack | undefined,
  locale: Locale,
  address: string,
): FeedEntry {
  const words = pageWords(locale);
  const day = editionDay(pack);
  const date = fullDate(words, day);
  const published = publication?.publishedAt.getTime() ?? Infinity;
  return {
    url: `${address}/${pack.edition}?lang=${locale}`,
    title: words.say(pack.editionDate ? 'feed.edition' : 'feed.editionRead', { date }),
    // whole seconds, as readers ask for what is newer
    updated: instantText(Math.floor(Math.min(dayOf(day) * dayMs, published) / 1000) * 1000),
    changes: before ? diffEditions(before, pack).map((change) => change.sentence(locale)) : [],
  };
}
