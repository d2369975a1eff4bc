import type { MetArticle, ReaderUse } from '#shared/article-uses.ts';
import type { TitledArticle } from '#widget/controllers/draft.ts';
import type { SuggestedArticle } from '#shared/wire/articles.ts';
import type { Answer } from '#shared/wire/ticket.ts';
import type { WidgetConfig, WidgetField } from '#shared/wire/widget-config.ts';
import { isEmpty, type FieldProblem } from '#widget/form/validate.ts';

type Reading = NonNullable<WidgetConfig['reading']>;
type Answers = Readonly<Record<string, Answer>>;

/** Characters that the server looks at. */
const longestQuestion = 500;
/** Articles and uses that one request carries at most. */
const mostMet = 40;

/** What articles are looked for by: the story in its own words, without choices, addresses and secrets. */
export const questionOf = (fields: readonly WidgetField[], answers: Answers): string =>
  fields
    .filter(({ group, kind }) => group === 'story' && ['text', 'longtext', 'steps'].includes(kind))
    .flatMap(({ id }) => answers[id] ?? [])
    .join(' ')
    .trim()
    .slice(0, longestQuestion);

/** Whether the answers make it a critical report, which never waits. */
export const isUrgent = ({ unless }: Reading, answers: Answers): boolean =>
  unless !== undefined && unless.choices.includes(String(answers[unless.field]));

/** Adds what became of articles, each once; the oldest that were only shown make room. */
export function withUse(
  met: readonly TitledArticle[],
  articles: readonly Omit<TitledArticle, 'use'>[],
  use: ReaderUse,
): readonly TitledArticle[] {
  const fresh = articles.filter(({ id }) => !met.some((one) => one.id === id && one.use === use));
  if (fresh.length === 0) return met;
  const all = [...met, ...fresh.map((one) => ({ ...one, use }))];
  const surplus = all.length - mostMet;
  const leaving = all.filter((one) => one.use === 'shown').slice(0, Math.max(0, surplus));
  return all.filter((one) => !leaving.includes(one)).slice(-mostMet);
}

/** What articles still ask for before a request is sent. */
export interface Wanted {
  /** One has to be opened, or it has to be said that they hold no answer. */
  readonly first: 'open' | 'confirm' | undefined;
  /** The article that the request is like and the empty field for its link. */
  readonly link: { readonly field: WidgetField; readonly article: SuggestedArticle } | undefined;
  /** Id of the field for that link, be it filled or not. */
  readonly needed: string | undefined;
}

/** Where nothing is asked. */
export const nothingWanted: Wanted = { first: undefined, link: undefined, needed: undefined };

/** The field for the address of an article that a question is like; undefined where none is asked for. */
export const linkField = (
  reading: Reading | null,
  fields: readonly WidgetField[],
): WidgetField | undefined =>
  reading?.linkClause === undefined
    ? undefined
    : fields.find(({ kind, clause }) => kind === 'url' && clause === reading.linkClause);

/** @param articles those that are suggested now @param fields those that the category asks for */
export function wantedBy(
  reading: Reading,
  { fields, answers }: { readonly fields: readonly WidgetField[]; readonly answers: Answers },
  articles: readonly SuggestedArticle[],
  met: readonly MetArticle[],
): Wanted {
  if (isUrgent(reading, answers)) return nothingWanted;
  const has = (use: ReaderUse, id?: string) =>
    met.some((one) => one.use === use && (id === undefined || one.id === id));
  const { mode } = reading;
  const asks = articles.length > 0;
  const field = linkField(reading, fields);
  const article = articles.find(({ id, similar }) => similar || has('similar', id));
  return {
    first:
      asks && mode === 'require' && !has('opened')
        ? 'open'
        : asks && mode === 'confirm' && !has('confirmed')
          ? 'confirm'
          : undefined,
    link: field && article && isEmpty(answers[field.id]) ? { field, article } : undefined,
    needed: article && field?.id,
  };
}

/** What is wanted, as problems of the form. @param clause of the reading before a request is sent */
export function missingOf({ first, link }: Wanted, clause: string): FieldProblem[] {
  const missing = (field: string, label: string, by: string) =>
    ({ field, key: 'form.missing.other', label, clause: by }) as const;
  return [
    ...(first ? [missing('articles', '', clause)] : []),
    ...(link ? [missing(link.field.id, link.field.label, link.field.clause)] : []),
  ];
}
