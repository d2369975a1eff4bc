import { mapResult, type Result } from '#shared/result.ts';
import { languages, type Language } from '#shared/vocabulary.ts';
import type { ArticleLine } from '#shared/wire/articles.ts';
import type {
  KnownProblemDraft,
  KnownProblemTexts,
  KnownProblemView,
} from '#shared/wire/known-problems.ts';
import type { ReleaseView } from '#shared/wire/releases.ts';
import type { FieldSpec, FormSpec, FormValues } from '#desk/sections/form-spec.ts';
import type { ProblemsApi } from '#desk/sections/known-problems/problems-api.ts';
import { productField, versionField, versionPick } from '#desk/sections/versions/version-fields.ts';
import { inLanguage } from '#desk/sections/versions/in-language.ts';
import type { SayVersions } from '#desk/sections/versions/version-words.ts';

/** What the form of a known problem is made from. */
interface Writing {
  readonly say: SayVersions;
  readonly api: ProblemsApi;
  readonly locale: Language;
  readonly versions: readonly ReleaseView[];
  readonly articles: readonly ArticleLine[];
}

/** What the form lets choose from; a list that does not come leaves its field to be typed or out. */
export async function problemChoices(
  api: ProblemsApi,
  locale: Language,
): Promise<Pick<Writing, 'versions' | 'articles'>> {
  const [versions, articles] = await Promise.all([api.versions(), api.articles(locale)]);
  return {
    versions: versions.ok ? versions.value.releases : [],
    articles: articles.ok ? articles.value.articles : [],
  };
}

/** The form that writes down a known problem. */
export const addProblem = (writing: Writing): FormSpec => ({
  title: writing.say('problems.add'),
  keep: 'add',
  submit: writing.say('problems.add'),
  values: { product: 'main' },
  fields: (values) => fields(writing, values, writing.locale),
  send: async (values, key) => done(await writing.api.add(draftOf(values), key)),
});

/** The form that says anew what it is. */
export const editProblem = (writing: Writing, problem: KnownProblemView): FormSpec => {
  const { say, api, locale } = writing;
  const first = problem.texts[locale]
    ? locale
    : (languages.find((one) => problem.texts[one]) ?? locale);
  return {
    title: say('problems.edit'),
    keep: `edit ${problem.id}`,
    submit: say('problems.save'),
    values: valuesOf(problem),
    fields: (values) => fields(writing, values, first),
    send: async (values) => done(await api.edit(problem, draftOf(values))),
    renew: async () =>
      mapResult(await api.read(problem.id), (newest) => editProblem(writing, newest)),
  };
};

/** Asks once more before it counts as a problem no longer, or does again. */
export const changeProblem = (
  say: SayVersions,
  api: ProblemsApi,
  problem: KnownProblemView,
  locale: Language,
): FormSpec => {
  const act = problem.state === 'withdrawn' ? 'restore' : 'withdraw';
  return {
    title: say(`problems.${act}`),
    submit: say(`problems.${act}`),
    subject: inLanguage(problem.texts, locale)?.title ?? '',
    note: say(`problems.${act}Note`),
    fields: () => [],
    send: async () => done(await api.act(problem, act)),
  };
};

const done = (result: Result<unknown>) => mapResult(result, () => null);

/** @param first the language that has to be there */
function fields(
  { say, versions, articles }: Writing,
  values: FormValues,
  first: Language,
): readonly FieldSpec[] {
  const ofProduct = versions.filter(({ product }) => product === (values['product'] || 'main'));
  return [
    ...[first, ...languages.filter((one) => one !== first)].flatMap((locale): FieldSpec[] => [
      {
        kind: 'text',
        name: `title.${locale}`,
        paths: [`texts.${locale}`],
        label: say(`problems.title.${locale}`),
        longest: 200,
        optional: locale !== first && !values[`workaround.${locale}`],
      },
      {
        kind: 'area',
        name: `workaround.${locale}`,
        paths: [`texts.${locale}.workaround`],
        label: say(`problems.workaround.${locale}`),
        rows: 3,
        longest: 5000,
        optional: true,
      },
    ]),
    productField(say),
    versionField('affectedFrom', say('problems.affectedFrom'), say('problems.affectedHint')),
    versionPick('fixedIn', say('problems.fixedIn'), say('problems.fixedHint'), {
      versions: ofProduct,
      value: values['fixedIn'],
    }),
    ...(articles.length > 0
      ? [
          {
            kind: 'pick' as const,
            name: 'articleId',
            label: say('problems.article'),
            optional: true,
            options: articles.map(({ id, title }) => ({ id, label: title })),
          },
        ]
      : []),
  ];
}

const draftOf = (values: FormValues): KnownProblemDraft => ({
  product: values['product'] || 'main',
  affectedFrom: values['affectedFrom']?.trim() || null,
  fixedIn: values['fixedIn']?.trim() || null,
  articleId: values['articleId'] || null,
  texts: Object.fromEntries(
    languages.flatMap((locale) => {
      const title = values[`title.${locale}`]?.trim();
      const workaround = values[`workaround.${locale}`]?.trim();
      return title ? [[locale, { title, ...(workaround ? { workaround } : {}) }] as const] : [];
    }),
  ),
});

const valuesOf = (problem: KnownProblemView): FormValues => ({
  product: problem.product,
  affectedFrom: problem.affectedFrom ?? '',
  fixedIn: problem.fixedIn ?? '',
  articleId: problem.articleId ?? '',
  ...Object.fromEntries(
    (Object.entries(problem.texts) as [Language, KnownProblemTexts[Language]][]).flatMap(
      ([locale, text]) => [
        [`title.${locale}`, text?.title ?? ''],
        [`workaround.${locale}`, text?.workaround ?? ''],
      ],
    ),
  ),
});
