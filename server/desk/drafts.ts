import type { AttachmentView } from '#shared/wire/ticket.ts';
import { keptStore } from '#desk/kept.ts';
import type { ReplyOptions } from '#desk/elements/reply-options.ts';
import type { ArticleLink } from '#desk/text/article-links.ts';
import type { AnswerKind } from '#desk/text/composer-effect.ts';

/** An article that a reply points at. */
export interface DraftArticle extends ArticleLink {
  readonly id: string;
}

/** What an agent has written on one ticket and not sent, one text a mode. */
export interface Draft {
  readonly mode: AnswerKind;
  readonly texts: Readonly<Record<AnswerKind, string>>;
  readonly attachments: readonly AttachmentView[];
  /** Articles that the reply points at. */
  readonly articles?: readonly DraftArticle[];
  /** What the reply says of itself besides its words. */
  readonly options?: ReplyOptions;
  /** Made at the first press of send and kept until a final reply, so that nothing is sent twice. */
  readonly key?: string;
}

export const emptyDraft: Draft = {
  mode: 'reply',
  texts: { reply: '', question: '', note: '' },
  attachments: [],
};

/** Changing the mode keeps the text: it moves along, unless the other mode already has its own. */
export function changeMode(draft: Draft, mode: AnswerKind): Draft {
  if (mode === draft.mode) return draft;
  const moves = draft.texts[mode] === '';
  const texts = moves
    ? { ...draft.texts, [mode]: draft.texts[draft.mode], [draft.mode]: '' }
    : draft.texts;
  return { ...draft, mode, texts };
}

/** How many articles the server takes with a reply. */
const mostArticles = 5;

/** The draft pointing at one article more, as its last. */
export function withArticle(draft: Draft, { id, title, href }: DraftArticle): Draft {
  const { articles = [] } = withoutArticle(draft, id);
  return { ...draft, articles: [...articles, { id, title, href }].slice(-mostArticles) };
}

export const withoutArticle = (draft: Draft, articleId: string): Draft => ({
  ...draft,
  articles: (draft.articles ?? []).filter(({ id }) => id !== articleId),
});

/** The draft without its key: the next press of send makes another. */
export function withoutKey(draft: Draft): Draft {
  const { key, ...kept } = draft;
  return key === undefined ? draft : kept;
}

/** The draft once `sent` has gone: words written meanwhile stay, and so do those of other modes. */
export function afterSending(now: Draft, sent: Draft): Draft {
  const { mode } = sent;
  if (now.texts[mode] !== sent.texts[mode]) return withoutKey(now);
  const next = now.mode === mode && mode === 'question' ? 'reply' : now.mode;
  return { mode: next, texts: { ...now.texts, [mode]: '' }, attachments: [] };
}

/** Drafts of tickets, one each. */
export function draftStore(storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>) {
  const kept = keptStore<Draft>(storage, 'reglament.draft.');
  const untouched = ({ texts, attachments, articles = [], mode }: Draft) =>
    mode === 'reply' &&
    attachments.length + articles.length === 0 &&
    Object.values(texts).every((text) => !text);

  return {
    read: (ticketId: string): Draft => ({ ...emptyDraft, ...kept.read(ticketId) }),
    write: (ticketId: string, draft: Draft): void => kept.write(ticketId, draft, !untouched(draft)),
  };
}
export type DraftStore = ReturnType<typeof draftStore>;
