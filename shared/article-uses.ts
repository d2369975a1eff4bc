/** What a requester does with articles that are suggested while they write; `similar` still leaves a question. */
export const readerUses = ['shown', 'opened', 'confirmed', 'dismissed', 'similar'] as const;
export type ReaderUse = (typeof readerUses)[number];

/** An article that a requester met while they wrote, and what became of it. */
export interface MetArticle {
  readonly id: string;
  readonly use: ReaderUse;
}

/** What became of an article beside a ticket: by its requester, or as an agent's answer by a link to it. */
export const articleUses = [...readerUses, 'answer'] as const;
export type ArticleUse = (typeof articleUses)[number];

/** What is counted of an article: in how many tickets each use, and how often it helped without any. */
export const countedUses = [...articleUses, 'helped'] as const;
