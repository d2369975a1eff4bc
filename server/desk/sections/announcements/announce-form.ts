import { mapResult } from '#shared/result.ts';
import { languages, type Language } from '#shared/vocabulary.ts';
import type {
  AnnounceBody,
  AnnouncementTexts,
  AnnouncementView,
} from '#shared/wire/announcements.ts';
import type { announcementsApi } from '#desk/sections/announcements/announcements-api.ts';
import { emptyLanguages } from '#desk/sections/empty-languages.ts';
import { frameWords } from '#desk/sections/frame-words.ts';
import type { FieldSpec, FormSpec, FormValues } from '#desk/sections/form-spec.ts';
import { momentValue } from '#desk/sections/moment-value.ts';
import type { SayNews } from '#desk/sections/news/news-words.ts';

const kinds = [
  'version',
  'update',
  'planned_works',
] as const satisfies readonly AnnounceBody['kind'][];
const audiences = [
  'all',
  'plan',
  'version',
  'product',
  'organisation',
] as const satisfies readonly AnnounceBody['audience']['kind'][];

/** Something to choose. */
interface Named {
  readonly id: string;
  readonly name: string;
}

/** What the forms of an announcement are made from. */
interface Announcing {
  readonly say: SayNews;
  readonly api: ReturnType<typeof announcementsApi>;
  readonly locale: Language;
  readonly customers: readonly Named[];
  readonly plans: readonly Named[];
}

/** The form of an announcement in every language. */
export const announceForm = (announcing: Announcing): FormSpec => ({
  title: announcing.say('news.announce'),
  keep: 'announce',
  submit: announcing.say('news.announce'),
  ...inEveryLanguage(announcing),
  values: { kind: 'update', audience: 'all' },
  send: async (values, key) =>
    mapResult(await announcing.api.announce(bodyOf(values), key), () => null),
});

/** The form that says anew what is to be announced, before anybody was told. */
export const changeForm = (announcing: Announcing, planned: AnnouncementView): FormSpec => ({
  title: announcing.say('news.change'),
  keep: `change ${planned.id}`,
  submit: announcing.say('news.save'),
  ...inEveryLanguage(announcing),
  values: valuesOf(planned),
  send: async (values) =>
    mapResult(await announcing.api.change(planned, bodyOf(values)), () => null),
  renew: async () =>
    mapResult(await announcing.api.read(planned.id), (newest) => changeForm(announcing, newest)),
});

const inEveryLanguage = ({
  say,
  locale,
  customers,
  plans,
}: Announcing): Pick<FormSpec, 'note' | 'remains' | 'fields'> => ({
  note: `${say('news.lead')} ${frameWords(locale)('languages.why')}`,
  remains: (values) => emptyLanguages(locale, values, ['title', 'text']),
  fields: ({ audience, kind }) => [
    pick(
      'kind',
      say('news.kind'),
      kinds.map((id) => ({ id, name: say(`news.kind.${id}`) })),
    ),
    pick(
      'audience',
      say('news.audience'),
      audiences.map((id) => ({ id, name: say(`news.audience.${id}`) })),
    ),
    ...(audience === 'plan'
      ? // where nobody names plans, or they do not come, it is typed
        [
          {
            paths: ['audience', 'audience.plan'],
            ...(plans.length > 0
              ? pick('plan', say('news.plan'), plans)
              : ({ kind: 'text', name: 'plan', label: say('news.plan'), longest: 64 } as const)),
          },
        ]
      : []),
    ...(audience === 'version'
      ? [
          {
            kind: 'text',
            name: 'version',
            label: say('news.version'),
            longest: 100,
            paths: ['audience.version'],
          } as const,
        ]
      : []),
    ...(audience === 'product'
      ? [{ kind: 'text', name: 'product', label: say('news.product'), longest: 40 } as const]
      : []),
    ...(audience === 'organisation'
      ? [
          {
            ...pick('organisation', say('news.organisation'), customers),
            paths: ['audience.organisation'],
          },
        ]
      : []),
    ...(kind === 'planned_works'
      ? ([
          {
            kind: 'moment',
            name: 'worksFrom',
            label: say('news.worksFrom'),
            paths: ['works.from'],
          },
          {
            kind: 'moment',
            name: 'worksUntil',
            label: say('news.worksUntil'),
            paths: ['works', 'works.until'],
          },
        ] as const)
      : []),
    {
      kind: 'moment',
      name: 'at',
      label: say('news.at'),
      optional: true,
      ifEmpty: say('news.atOnce'),
      paths: ['publishAt'],
    },
    ...languages.flatMap((locale): FieldSpec[] => [
      {
        kind: 'text',
        name: `title.${locale}`,
        label: say(`news.title.${locale}`),
        longest: 200,
        paths: [`texts.${locale}.title`],
      },
      {
        kind: 'area',
        name: `text.${locale}`,
        label: say(`news.text.${locale}`),
        longest: 5000,
        paths: [`texts.${locale}.text`],
      },
    ]),
  ],
});

const pick = (name: string, label: string, options: readonly Named[]): FieldSpec => ({
  kind: 'pick',
  name,
  label,
  options: options.map((option) => ({ id: option.id, label: option.name })),
});

function bodyOf(values: FormValues): AnnounceBody {
  const textIn = (locale: string) => ({
    title: values[`title.${locale}`] ?? '',
    text: values[`text.${locale}`] ?? '',
  });
  const texts: AnnouncementTexts = { ru: textIn('ru'), uz: textIn('uz'), en: textIn('en') };
  return {
    kind: kinds.find((kind) => kind === values['kind']) ?? 'update',
    texts,
    audience: audienceOf(values),
    ...worksOf(values),
    ...(values['at'] ? { publishAt: new Date(values['at']).toISOString() } : {}),
  };
}

function worksOf({ kind, worksFrom, worksUntil }: FormValues) {
  if (kind !== 'planned_works' || !worksFrom || !worksUntil) return {};
  const instant = (moment: string) => new Date(moment).toISOString();
  return { works: { from: instant(worksFrom), until: instant(worksUntil) } };
}

function audienceOf({
  audience,
  plan = '',
  version = '',
  product = '',
  organisation = '',
}: FormValues): AnnounceBody['audience'] {
  if (audience === 'plan') return { kind: 'plan', plan };
  if (audience === 'product') return { kind: 'product', product };
  if (audience === 'organisation') return { kind: 'organisation', organisation };
  return audience === 'version' ? { kind: 'version', version } : { kind: 'all' };
}

/** What the fields hold of an announcement. */
const valuesOf = ({ kind, texts, audience, publishAt, works }: AnnouncementView): FormValues => ({
  kind,
  at: momentValue(publishAt),
  ...(works && { worksFrom: momentValue(works.from), worksUntil: momentValue(works.until) }),
  ...Object.fromEntries(
    languages.flatMap((one) => [
      [`title.${one}`, texts[one].title],
      [`text.${one}`, texts[one].text],
    ]),
  ),
  audience: audience.kind,
  ...('plan' in audience && { plan: audience.plan }),
  ...('version' in audience && { version: audience.version }),
  ...(audience.kind === 'product' && { product: audience.product }),
  ...('organisation' in audience && { organisation: audience.organisation }),
});
