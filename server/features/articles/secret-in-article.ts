import type { ArticleTexts } from '#shared/wire/articles.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Deps } from '#server/deps.ts';
import { refusedSecret } from '#server/features/tickets/refuse-secret.ts';

/** The refusal of an article in which a password stands; undefined where none does. */
export function secretInArticle(
  { policies, now }: Pick<Deps, 'policies' | 'now'>,
  tenantId: string,
  texts: ArticleTexts,
): Problem | undefined {
  const words = Object.entries(texts).flatMap(([locale, text]) =>
    Object.entries(text).map(([part, said]) => [`texts.${locale}.${part}`, said] as const),
  );
  return refusedSecret(policies.inForce(tenantId, now())?.pack, Object.fromEntries(words));
}
