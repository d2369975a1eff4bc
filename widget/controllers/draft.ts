import type { MetArticle } from '#shared/article-uses.ts';
import type { Answer } from '#shared/wire/ticket.ts';
import type { WidgetField } from '#shared/wire/widget-config.ts';
import type { KeyedStorage } from '#widget/storage.ts';

/** What a person has written and not yet sent. Files live in memory; only their names are kept. */
export interface Draft {
  readonly category?: string;
  readonly answers: Readonly<Record<string, Answer>>;
  /** Context items the person took out of what will be sent. */
  readonly withdrawn: readonly string[];
  readonly fileNames: readonly string[];
  /** Articles that were suggested meanwhile, and what became of each. */
  readonly articles: readonly MetArticle[];
}

export const emptyDraft: Draft = { answers: {}, withdrawn: [], fileNames: [], articles: [] };

const hasText = (value: Answer) => value.length > 0 && value !== '';

/** Whether there is anything worth keeping. */
export const isWritten = ({ answers, fileNames }: Draft): boolean =>
  fileNames.length > 0 || Object.values(answers).some(hasText);

/** Fills only what the person has not touched. */
export function prefilled(
  draft: Draft,
  values: Readonly<Record<string, string | readonly string[]>>,
): Draft {
  const { category, ...rest } = values;
  const answers: Record<string, Answer> = { ...draft.answers };
  for (const [field, value] of Object.entries(rest)) {
    if (!hasText(answers[field] ?? '')) {
      answers[field] = typeof value === 'string' ? value : [...value];
    }
  }
  return {
    ...draft,
    answers,
    ...(typeof category === 'string' && { category: draft.category ?? category }),
  };
}

/** A kept draft, or an empty one where nothing readable is kept. */
export function readDraft(storage: KeyedStorage): Draft {
  try {
    return { ...emptyDraft, ...JSON.parse(storage.get('draft') ?? '{}') };
  } catch {
    return emptyDraft;
  }
}

/** Keeps what is written, but for what the form asks in secret. */
export function keepDraft(
  storage: KeyedStorage,
  draft: Draft,
  fields: readonly WidgetField[] = [],
): void {
  const isSecret = (name: string) =>
    fields.some(({ id, kind }) => id === name && kind === 'secret');
  const open = (name: string, value: unknown) => (isSecret(name) ? undefined : value);
  if (isWritten(draft)) storage.set('draft', JSON.stringify(draft, open));
  else storage.remove('draft');
}
