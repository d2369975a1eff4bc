import { mapResult } from '#shared/result.ts';
import { locales, type Locale } from '#shared/vocabulary.ts';
import type { KnownProblemView } from '#shared/wire/known-problems.ts';
import type { ReleaseDetail, ReleaseTexts } from '#shared/wire/releases.ts';
import { picked, type FormSpec, type FormValues } from '#desk/sections/form-spec.ts';
import type { ReleasesApi } from '#desk/sections/releases/releases-api.ts';
import { inLanguage } from '#desk/sections/versions/in-language.ts';
import { productField, versionPattern } from '#desk/sections/versions/version-fields.ts';
import type { SayVersions } from '#desk/sections/versions/version-words.ts';

/** What the form that enters a version is made from. */
interface Entering {
  readonly say: SayVersions;
  readonly api: ReleasesApi;
  readonly locale: Locale;
  /** Problems that it may end. */
  readonly problems: readonly KnownProblemView[];
}

/** The form that enters a version: one that is planned, or one that is out. */
export const addRelease = ({ say, api, locale, problems }: Entering): FormSpec => ({
  title: say('releases.add'),
  keep: 'add',
  submit: say('releases.add'),
  values: { product: 'main', stage: 'planned' },
  fields: ({ stage, product }) => {
    const open = problems.filter((problem) => problem.product === (product || 'main'));
    return [
      {
        kind: 'text',
        name: 'version',
        label: say('releases.version'),
        hint: say('releases.versionHint'),
        longest: 40,
        pattern: versionPattern,
        placeholder: '1.6.0',
      },
      productField(say),
      {
        kind: 'pick',
        name: 'stage',
        label: say('releases.stage'),
        options: (['planned', 'out'] as const).map((id) => ({
          id,
          label: say(`releases.stage.${id}`),
        })),
      },
      stage === 'out'
        ? {
            kind: 'date',
            name: 'releasedOn',
            label: say('releases.releasedOn'),
            hint: say('releases.outNote'),
          }
        : {
            kind: 'date',
            name: 'plannedOn',
            label: say('releases.plannedOn'),
            hint: say('releases.plannedNote'),
            optional: true,
          },
      ...(open.length > 0
        ? [
            {
              kind: 'picks' as const,
              name: 'problems',
              optional: true,
              label: say('releases.problems'),
              options: open.map(({ id, texts }) => ({
                id,
                label: inLanguage(texts, locale)?.title ?? id,
              })),
            },
          ]
        : []),
      ...locales.map((one) => ({
        kind: 'area' as const,
        name: `fixes.${one}`,
        paths: [`texts.${one}`],
        label: say(`releases.fixes.${one}`),
        rows: 3,
        longest: 15_000,
        optional: true,
      })),
    ];
  },
  send: async (values, key) =>
    mapResult(
      await api.add(
        {
          product: values['product'] || 'main',
          version: values['version']?.trim() ?? '',
          ...(values['stage'] === 'out'
            ? { releasedOn: values['releasedOn'] ?? '' }
            : given('plannedOn', values['plannedOn'])),
          problems: picked(values['problems']),
          texts: textsOf(values),
        },
        key,
      ),
      () => null,
    ),
});

const given = (name: string, value: string | undefined) => (value ? { [name]: value } : {});

/** A line is one thing that was mended. */
const textsOf = (values: FormValues): ReleaseTexts =>
  Object.fromEntries(
    locales.flatMap((locale) => {
      const fixes = (values[`fixes.${locale}`] ?? '')
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean);
      return fixes.length > 0 ? [[locale, { fixes }] as const] : [];
    }),
  );

/** Says what will happen before a version comes out. */
export const shipRelease = (
  say: SayVersions,
  api: ReleasesApi,
  release: ReleaseDetail,
): FormSpec => ({
  title: say('releases.ship'),
  submit: say('releases.ship'),
  subject: release.version,
  note: [
    say('releases.shipDay'),
    release.reach.tickets > 0
      ? `${say('reach.tickets', { count: release.waiting })} ${say('reach.people', { count: release.reach.people })}`
      : say('reach.nobody'),
    ...(release.ends.length > 0 ? [say('releases.shipEnds', { count: release.ends.length })] : []),
    say('releases.shipOnce'),
  ].join(' '),
  fields: () => [],
  send: async () => mapResult(await api.act(release, { act: 'publish' }), () => null),
});

/** Gives a version to come another day. */
export const planRelease = (
  say: SayVersions,
  api: ReleasesApi,
  release: ReleaseDetail,
): FormSpec => ({
  title: say('releases.plan'),
  submit: say('releases.plan'),
  subject: release.version,
  note: say('releases.planNote'),
  values: { on: release.plannedOn ?? '' },
  fields: () => [{ kind: 'date', name: 'on', label: say('releases.plannedOn') }],
  send: async ({ on = '' }) => mapResult(await api.act(release, { act: 'plan', on }), () => null),
});
