import type { Locale } from '#shared/vocabulary.ts';
import type { ArticleVisibility } from '#shared/wire/articles.ts';
import type { WrittenArticle } from '#desk/sections/articles/written-article.ts';
import { formField } from '#desk/sections/form-fields.ts';
import type { FieldSpec } from '#desk/sections/form-spec.ts';
import type { KnowledgeSay } from '#desk/sections/knowledge/knowledge-words.ts';
import type { Words } from '#desk/text/words.ts';

const visibilities: readonly ArticleVisibility[] = ['public', 'users', 'contract'];

/** What is asked of an article in one of its languages, and of all of it. */
const fieldsOf = (say: KnowledgeSay, locale: Locale, isNew: boolean): readonly FieldSpec[] => [
  { kind: 'text', name: `${locale}.title`, label: say('edit.title'), longest: 200 },
  {
    kind: 'area',
    name: `${locale}.summary`,
    label: say('edit.summary'),
    hint: say('edit.summaryHint'),
    rows: 2,
    longest: 500,
    optional: true,
  },
  {
    kind: 'area',
    name: `${locale}.body`,
    label: say('edit.body'),
    hint: say('edit.markdown'),
    rows: 14,
    longest: 50_000,
  },
  {
    kind: 'pick',
    name: 'visibility',
    label: say('edit.visibility'),
    options: visibilities.map((id) => ({ id, label: say(`visibility.${id}`) })),
  },
  {
    kind: 'text',
    name: 'slug',
    label: say('edit.slug'),
    hint: say(isNew ? 'edit.slugHint' : 'edit.slugChanges'),
    longest: 80,
  },
];

/** The fields of an article while it is written. */
export const editorFields = (
  words: Words,
  say: KnowledgeSay,
  { seen, values }: WrittenArticle,
  { locale, put }: { readonly locale: Locale; readonly put: (name: string, value: string) => void },
) => fieldsOf(say, locale, seen === null).map((field) => formField({ words, values, put }, field));
