/** What became of an article beside a ticket: a requester's four, and an agent's answer by a link to it. */
export const articleUses = ['shown', 'opened', 'confirmed', 'dismissed', 'answer'] as const;
export type ArticleUse = (typeof articleUses)[number];

/** What a requester does with articles that are suggested while they write. */
export const readerUses = ['shown', 'opened', 'confirmed', 'dismissed'] as const;
