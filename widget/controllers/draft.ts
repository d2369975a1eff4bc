import type { MetArticle } from '#shared/article-uses.ts';
import type { Answer } from '#shared/wire/ticket.ts';
import type { WidgetConfig } from '#shared/wire/widget-config.ts';
import type { Prefill } from '#widget/handle.ts';

/** An article that was met while writing, by the name that its reader knows. */
export interface TitledArticle extends MetArticle {
  /** None where an earlier release has kept it. */
  readonly title?: string;
}

/** What a person has written and not yet sent. Its files are kept beside it. */
export interface Draft {
  readonly category?: string;
  readonly answers: Readonly<Record<string, Answer>>;
  /** What the host page gave; an answer that still stands as given is not the person's own. */
  readonly given?: Prefill;
  /** Context items the person took out of what will be sent. */
  readonly withdrawn: readonly string[];
  readonly fileNames: readonly string[];
  /** Articles that were suggested meanwhile, and what became of each. */
  readonly articles: readonly TitledArticle[];
  /** Version of the consent to the use of personal data that was ticked, or told. */
  readonly consent?: string | undefined;
  /** The ended request that it goes on with. */
  readonly linkedTo?: { readonly id: string; readonly number: string } | undefined;
}

export const emptyDraft: Draft = { answers: {}, withdrawn: [], fileNames: [], articles: [] };

const hasText = (value: Answer) => value.length > 0;

/** Whether there is anything worth keeping. */
export const isWritten = ({ answers, fileNames }: Draft): boolean =>
  fileNames.length > 0 || Object.values(answers).some(hasText);

/** Characters that a field takes. */
const longest = 20_000;

/** Fills only what the person has not touched; before the first word that is the category too. */
export function prefilled(draft: Draft, values: Prefill): Draft {
  const { category, ...rest } = values;
  const asked = isWritten(draft) ? (draft.category ?? category) : category;
  const answers: Record<string, Answer> = { ...draft.answers };
  for (const [field, value] of Object.entries(rest)) {
    // pages that check no types give numbers too
    const text = Array.isArray(value) ? value.map(String) : String(value ?? '').slice(0, longest);
    // one that is empty by the person's hand stays empty
    if (hasText(text)) answers[field] ??= text;
  }
  return {
    ...draft,
    answers,
    ...(typeof asked === 'string' && { category: asked }),
  };
}

/** What a host gave, without what it takes back; what has become something else since stays. */
export const takenBack = <Value>(
  record: Readonly<Record<string, Value>>,
  given: Readonly<Record<string, unknown>>,
): Record<string, Value> =>
  Object.fromEntries(
    Object.entries(record).filter(
      ([name, value]) => !(name in given) || String(given[name]) !== String(value),
    ),
  );

/** In a category that there is: the first one of those in scope, unless the person has chosen. */
export function inCategory(draft: Draft, categories: WidgetConfig['categories']): Draft {
  const first = categories.find(({ scope }) => scope === 'in') ?? categories[0];
  return !first || categories.some(({ id }) => id === draft.category)
    ? draft
    : { ...draft, category: first.id };
}
