import { countedUses } from '#shared/article-uses.ts';
import type { ArticleLine } from '#shared/wire/articles.ts';
import type { KnowledgeSay } from '#desk/sections/knowledge/knowledge-words.ts';

/** In how many tickets an article was shown, opened, dismissed or the answer, and how often it helped without one; empty where never. */
export const usesLine = (say: KnowledgeSay, uses: ArticleLine['uses']): string =>
  countedUses
    .flatMap((use) => (uses[use] ? say(`use.${use}`, { count: uses[use] }) : []))
    .join(', ');
