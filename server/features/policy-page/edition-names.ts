import { capitalized, fullDate, type PageWords } from '#server/features/policy-page/page-words.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

/** The day on which a text without a date was read; undefined where the text has its own. */
export const readDay = ({ edition }: Pick<PolicyPack, 'edition'>): string | undefined =>
  /^undated-(.+)$/.exec(edition)?.[1];

/** The date of the text, else the day on which it was read, `YYYY-MM-DD`. */
export const editionDay = (pack: Pick<PolicyPack, 'edition' | 'editionDate'>): string =>
  pack.editionDate ?? readDay(pack) ?? pack.edition;

/** What the edition is of, its date, and the agreement it belongs to. */
export function editionLine(words: PageWords, pack: PolicyPack): string {
  const { locale, say } = words;
  const date = fullDate(words, editionDay(pack));
  const edition = say(pack.editionDate === null ? 'page.editionUndated' : 'page.edition', {
    product: pack.product[locale],
    date,
  });
  const annex = pack.publication.annexTo?.text[locale];
  if (!annex) return edition;
  // a sentence may begin with an address, which keeps its letters
  const begun = /^\S+\.\S/.test(annex) ? annex : capitalized(locale, annex);
  return say('page.annex', { edition, annex: begun });
}
