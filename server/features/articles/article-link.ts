import type { Deps } from '#server/deps.ts';
import { articleHref } from '#server/features/articles/article-href.ts';
import { sealPlace } from '#server/secret-box.ts';

/** How long a link from a letter opens its article. */
const linkDays = 30;
const dayMs = 86_400_000;

const placeOf = (tenantId: string, slug: string) => sealPlace(tenantId, 'articles', slug, 'link');

/**
 * The address of an article that is not for everybody, with a key that opens this one for thirty days: whoever
 * has the letter was given it. The key names nobody.
 */
export function signedArticleHref(
  deps: Pick<Deps, 'publicUrl' | 'secretBox' | 'now'>,
  tenantId: string,
  slug: string,
): string {
  const until = deps.now() + linkDays * dayMs;
  const key = deps.secretBox.seal(String(until), placeOf(tenantId, slug));
  return `${articleHref(deps, tenantId, slug)}?key=${key}`;
}

/** Whether a key opens an article now; one that was changed, is over or is another article's opens nothing. */
export function opensArticle(
  { secretBox, now }: Pick<Deps, 'secretBox' | 'now'>,
  { tenantId, slug, key }: { tenantId: string; slug: string; key: string | undefined },
): boolean {
  if (key === undefined) return false;
  try {
    return Number(secretBox.open(key, placeOf(tenantId, slug))) > now();
  } catch {
    return false;
  }
}
