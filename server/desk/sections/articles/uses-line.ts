import { articleUses } from '#shared/article-uses.ts';
import type { ArticleLine } from '#shared/wire/articles.ts';
import type { KnowledgeSay } from '#desk/sections/knowledge/knowledge-words.ts';

/** In how many tickets an article was shown, opened, dismissed or the answer; empty where in none. */
export const usesLine = (say: KnowledgeSay, uses: ArticleLine['uses']): string =>
  articleUses
    .flatMap((use) => (uses[use] ? say(`use.${use}`, { count: uses[use] }) : []))
    .join(', ');
