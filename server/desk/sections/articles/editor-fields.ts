import type { Language } from '#shared/vocabulary.ts';
import type { ArticleVisibility } from '#shared/wire/articles.ts';
import type { WrittenArticle } from '#desk/sections/articles/written-article.ts';
import type { FieldErrors } from '#desk/sections/field-errors.ts';
import { formField } from '#desk/sections/form-fields.ts';
import type { FieldSpec } from '#desk/sections/form-spec.ts';
import type { KnowledgeSay } from '#desk/sections/knowledge/knowledge-words.ts';
import type { Words } from '#desk/text/words.ts';

const visibilities: readonly ArticleVisibility[] = ['public', 'users', 'contract'];

/** What is asked of an article in one of its languages, and of all of it. */
export const fieldsOf = (
  say: KnowledgeSay,
  locale: Language,
  isNew: boolean,
): readonly FieldSpec[] => [
  {
    kind: 'text',
    name: `${locale}.title`,
    label: say('edit.title'),
    longest: 200,
    paths: [`texts.${locale}.title`, `texts.${locale}`],
  },
  {
    kind: 'area',
    name: `${locale}.summary`,
    paths: [`texts.${locale}.summary`],
    label: say('edit.summary'),
    hint: say('edit.summaryHint'),
    rows: 2,
    longest: 500,
    optional: true,
  },
  {
    kind: 'area',
    name: `${locale}.body`,
    paths: [`texts.${locale}.body`],
    label: say('edit.body'),
    hint: say('edit.markdown'),
    rows: 14,
    longest: 50_000,
  },
  {
    kind: 'pick',
    name: 'visibility',
    label: say('edit.visibility'),
    ...(isNew ? {} : { hint: say('edit.visibilityChanges') }),
    options: visibilities.map((id) => ({ id, label: say(`visibility.${id}`) })),
  },
  {
    kind: 'text',
    name: 'slug',
    label: say('edit.slug'),
    hint: say(isNew ? 'edit.slugHint' : 'edit.slugChanges'),
    longest: 80,
    pattern: '[a-z0-9]+(-[a-z0-9]+)*',
    placeholder: 'close-a-debt',
  },
];

/** The fields of an article while it is written. */
export const editorFields = (
  words: Words,
  say: KnowledgeSay,
  { seen, values }: WrittenArticle,
  {
    locale,
    errors,
    put,
  }: {
    readonly locale: Language;
    readonly errors: FieldErrors;
    readonly put: (name: string, value: string) => void;
  },
) =>
  fieldsOf(say, locale, seen === null).map((field) =>
    formField({ words, values, errors, put }, field),
  );
