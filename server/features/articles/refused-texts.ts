import type { ArticleTexts } from '#shared/wire/articles.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Deps } from '#server/deps.ts';
import { treeOf } from '#server/features/articles/parse-article.ts';
import { secretInArticle } from '#server/features/articles/secret-in-article.ts';

/**
 * Why the texts of an article are not stored: `article.too_nested` where they cannot be read as Markdown,
 * `field.secret_in_text` where a password stands in them. Undefined where they are.
 */
export function refusedTexts(
  deps: Pick<Deps, 'policies' | 'now'>,
  tenantId: string,
  texts: ArticleTexts,
): Problem | undefined {
  const unreadable = Object.entries(texts)
    .filter(([, { body }]) => treeOf(body) === undefined)
    .map(([locale]) => `texts.${locale}.body`);
  return unreadable.length > 0
    ? { code: 'article.too_nested', fields: unreadable }
    : secretInArticle(deps, tenantId, texts);
}
