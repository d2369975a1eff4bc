import type { ArticleLine } from '#shared/wire/articles.ts';
import { tag } from '#desk/sections/parts.ts';
import type { KnowledgeSay } from '#desk/sections/knowledge/knowledge-words.ts';

type Standing = Pick<ArticleLine, 'state' | 'version' | 'publishedVersion'>;

/** Whether readers have less than has been written. */
export const hasNewer = ({ state, version, publishedVersion }: Standing): boolean =>
  state === 'published' && publishedVersion !== version;

/** Where an article stands, each state with its icon and word. */
export function articleMark(say: KnowledgeSay, article: Standing) {
  if (hasNewer(article)) return tag('soon', 'pencil', say('state.newer'));
  if (article.state === 'published') return tag('met', 'check', say('state.published'));
  return article.state === 'draft'
    ? tag('paused', 'pencil', say('state.draft'))
    : tag('paused', 'pause', say('state.archived'));
}
