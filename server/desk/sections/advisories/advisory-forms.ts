import { mapResult } from '#shared/result.ts';
import { languages, severities, type Language, type Severity } from '#shared/vocabulary.ts';
import type { AdvisoryDetail, AdvisoryDraft, AdvisoryTexts } from '#shared/wire/advisories.ts';
import type { ReleaseView } from '#shared/wire/releases.ts';
import type { AdvisoriesApi } from '#desk/sections/advisories/advisories-api.ts';
import { emptyLanguages } from '#desk/sections/empty-languages.ts';
import { frameWords } from '#desk/sections/frame-words.ts';
import type { FieldSpec, FormSpec, FormValues } from '#desk/sections/form-spec.ts';
import { productField, versionField, versionPick } from '#desk/sections/versions/version-fields.ts';
import type { SayVersions } from '#desk/sections/versions/version-words.ts';

/** What the form of a vulnerability is made from. */
interface Writing {
  readonly say: SayVersions;
  readonly api: AdvisoriesApi;
  readonly versions: readonly ReleaseView[];
  /** The language of who writes comes first. */
  readonly locale: Language;
}

/** The form that writes down a vulnerability. */
export const addAdvisory = (writing: Writing): FormSpec => ({
  title: writing.say('advisories.add'),
  keep: 'add',
  submit: writing.say('advisories.add'),
  values: { product: 'main', severity: 'high' },
  ...inEveryLanguage(writing.locale),
  fields: (values) => fields(writing, values),
  send: async (values, key) => mapResult(await writing.api.add(draftOf(values), key), () => null),
});

/** The form that says anew what it is, until it is published. */
export const editAdvisory = (writing: Writing, advisory: AdvisoryDetail): FormSpec => ({
  title: writing.say('advisories.edit'),
  keep: `edit ${advisory.id}`,
  submit: writing.say('advisories.save'),
  values: valuesOf(advisory),
  ...inEveryLanguage(writing.locale),
  fields: (values) => fields(writing, values),
  send: async (values) => mapResult(await writing.api.edit(advisory, draftOf(values)), () => null),
  renew: async () =>
    mapResult(await writing.api.read(advisory.id), (newest) => editAdvisory(writing, newest)),
});

const inEveryLanguage = (locale: Language): Pick<FormSpec, 'note' | 'remains'> => ({
  note: frameWords(locale)('languages.why'),
  remains: (values) => emptyLanguages(locale, values, ['title', 'text']),
});

/** Says what will happen before it is published. */
export const publishAdvisory = (
  say: SayVersions,
  api: AdvisoriesApi,
  advisory: AdvisoryDetail,
  locale: Language,
): FormSpec => ({
  title: say('advisories.publish'),
  submit: say('advisories.publish'),
  subject: advisory.texts[locale].title,
  note: `${advisory.reach > 0 ? say('advisories.reach', { count: advisory.reach }) : say('advisories.reachNobody')} ${say('advisories.publishNote')}`,
  fields: () => [],
  send: async () => mapResult(await api.publish(advisory), () => null),
});

function fields({ say, versions, locale }: Writing, values: FormValues): readonly FieldSpec[] {
  const ofProduct = versions.filter(({ product }) => product === (values['product'] || 'main'));
  return [
    {
      kind: 'pick',
      name: 'severity',
      label: say('advisories.severity'),
      options: severities.map((id) => ({ id, label: say(`advisories.severity.${id}`) })),
    },
    productField(say),
    versionField('affectedFrom', say('problems.affectedFrom'), say('problems.affectedHint')),
    versionPick('fixedIn', say('problems.fixedIn'), say('advisories.fixedHint'), {
      versions: ofProduct,
      value: values['fixedIn'],
    }),
    ...[locale, ...languages.filter((one) => one !== locale)].flatMap((one): FieldSpec[] => [
      {
        kind: 'text',
        name: `title.${one}`,
        paths: [`texts.${one}.title`],
        label: say(`advisories.title.${one}`),
        longest: 200,
      },
      {
        kind: 'area',
        name: `text.${one}`,
        paths: [`texts.${one}.text`],
        label: say(`advisories.text.${one}`),
        rows: 3,
        longest: 3000,
      },
      {
        kind: 'area',
        name: `mitigation.${one}`,
        paths: [`texts.${one}.mitigation`],
        label: say(`advisories.mitigation.${one}`),
        rows: 2,
        longest: 1500,
        optional: true,
      },
    ]),
  ];
}

const draftOf = (values: FormValues): AdvisoryDraft => ({
  product: values['product'] || 'main',
  severity: values['severity'] as Severity,
  affectedFrom: values['affectedFrom']?.trim() || null,
  fixedIn: values['fixedIn']?.trim() || null,
  texts: { ru: textOf(values, 'ru'), uz: textOf(values, 'uz'), en: textOf(values, 'en') },
});

function textOf(values: FormValues, locale: Language): AdvisoryTexts[Language] {
  const of = (part: string) => values[`${part}.${locale}`]?.trim() ?? '';
  const mitigation = of('mitigation');
  return { title: of('title'), text: of('text'), ...(mitigation ? { mitigation } : {}) };
}

const valuesOf = (advisory: AdvisoryDetail): FormValues => ({
  product: advisory.product,
  severity: advisory.severity,
  affectedFrom: advisory.affectedFrom ?? '',
  fixedIn: advisory.fixedIn ?? '',
  ...Object.fromEntries(
    languages.flatMap((locale) => {
      const { title, text, mitigation = '' } = advisory.texts[locale];
      return [
        [`title.${locale}`, title],
        [`text.${locale}`, text],
        [`mitigation.${locale}`, mitigation],
      ];
    }),
  ),
});
