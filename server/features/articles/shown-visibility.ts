import { articleVisibilities, type ArticleVisibility } from '#shared/wire/articles.ts';
import type { ArticleRow } from '#server/features/articles/articles.table.ts';

type Shown = Pick<ArticleRow, 'visibility' | 'nextVisibility'>;

/** For whom the newest version of an article is written. */
export const writtenFor = ({ visibility, nextVisibility }: Shown): ArticleVisibility =>
  nextVisibility ?? visibility;

/**
 * Who may read an article that is written for others from now on: fewer at once, more only with the words
 * that are published for them.
 */
export function visibilityAfter(
  { visibility, publishedVersion }: Pick<ArticleRow, 'visibility' | 'publishedVersion'>,
  wanted: ArticleVisibility,
): Shown {
  const widens = articleVisibilities.indexOf(wanted) < articleVisibilities.indexOf(visibility);
  return publishedVersion !== null && widens
    ? { visibility, nextVisibility: wanted }
    : { visibility: wanted, nextVisibility: null };
}
