import { mapResult } from '#shared/result.ts';
import { languages, type Language } from '#shared/vocabulary.ts';
import type { KnownProblemView } from '#shared/wire/known-problems.ts';
import type { ReleaseDetail, ReleaseTexts } from '#shared/wire/releases.ts';
import {
  picked,
  type FieldSpec,
  type FormSpec,
  type FormValues,
} from '#desk/sections/form-spec.ts';
import type { ReleasesApi } from '#desk/sections/releases/releases-api.ts';
import { inLanguage } from '#desk/sections/versions/in-language.ts';
import type { SayVersions } from '#desk/sections/versions/version-words.ts';

/** What the forms of a version are made from. */
export interface Entering {
  readonly say: SayVersions;
  readonly api: ReleasesApi;
  readonly locale: Language;
  /** Problems that it may end. */
  readonly problems: readonly KnownProblemView[];
}

/** A problem as the form names it. */
interface Ended {
  readonly id: string;
  readonly title: string;
}

/** The open problems of a product, by which a version may be asked what it ends. */
export const openOf = ({ problems, locale }: Entering, product: string): readonly Ended[] =>
  problems
    .filter((problem) => problem.product === product)
    .map(({ id, texts }) => ({ id, title: inLanguage(texts, locale)?.title ?? id }));

/** The fields for what a version mends: known problems, and lines in every language. */
export const fixesFields = (say: SayVersions, problems: readonly Ended[]): readonly FieldSpec[] => [
  ...(problems.length > 0
    ? [
        {
          kind: 'picks' as const,
          name: 'problems',
          optional: true,
          label: say('releases.problems'),
          options: problems.map(({ id, title }) => ({ id, label: title })),
        },
      ]
    : []),
  ...languages.map((one) => ({
    kind: 'area' as const,
    name: `fixes.${one}`,
    paths: [`texts.${one}`],
    label: say(`releases.fixes.${one}`),
    rows: 3,
    longest: 15_000,
    optional: true,
  })),
];

/** What a version mends, as the fields say it. A line is one thing that was mended. */
export const fixesOf = (values: FormValues): { problems: string[]; texts: ReleaseTexts } => ({
  problems: picked(values['problems']),
  texts: Object.fromEntries(
    languages.flatMap((locale) => {
      const fixes = (values[`fixes.${locale}`] ?? '')
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean);
      return fixes.length > 0 ? [[locale, { fixes }] as const] : [];
    }),
  ),
});

/** The form that says anew what a version mends, also once it is out. */
export function changeFixes(entering: Entering, release: ReleaseDetail): FormSpec {
  const { say, api, locale } = entering;
  const ended = release.ends.map(({ id, titles }) => ({
    id,
    title: inLanguage(titles, locale) ?? id,
  }));
  const open = openOf(entering, release.product).filter(
    ({ id }) => !ended.some((one) => one.id === id),
  );
  return {
    title: say('releases.changeFixes'),
    keep: `fixes ${release.id}`,
    submit: say('releases.saveFixes'),
    subject: release.version,
    ...(release.releasedOn === null ? {} : { note: say('releases.fixesTold') }),
    values: {
      problems: ended.map(({ id }) => id).join(' '),
      ...Object.fromEntries(
        languages.map((one) => [`fixes.${one}`, release.texts[one]?.fixes.join('\n') ?? '']),
      ),
    },
    fields: () => fixesFields(say, [...ended, ...open]),
    send: async (values) => mapResult(await api.changeFixes(release, fixesOf(values)), () => null),
    renew: async () =>
      mapResult(await api.read(release.id), (newest) => changeFixes(entering, newest)),
  };
}
