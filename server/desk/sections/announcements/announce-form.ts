import { mapResult } from '#shared/result.ts';
import { locales } from '#shared/vocabulary.ts';
import type { AnnounceBody, AnnouncementTexts } from '#shared/wire/announcements.ts';
import type { announcementsApi } from '#desk/sections/announcements/announcements-api.ts';
import type { FieldSpec, FormSpec, FormValues } from '#desk/sections/form-spec.ts';
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
] as const satisfies readonly AnnounceBody['audience']['kind'][];

/** The form of an announcement in every language. */
export const announceForm = (say: SayNews, api: ReturnType<typeof announcementsApi>): FormSpec => ({
  title: say('news.announce'),
  submit: say('news.announce'),
  note: say('news.lead'),
  values: { kind: 'update', audience: 'all' },
  fields: ({ audience }) => [
    pick('kind', say('news.kind'), kinds, (id) => say(`news.kind.${id}`)),
    pick('audience', say('news.audience'), audiences, (id) => say(`news.audience.${id}`)),
    ...(audience === 'plan'
      ? [{ kind: 'text', name: 'plan', label: say('news.plan'), longest: 64 } as const]
      : []),
    ...(audience === 'version'
      ? [{ kind: 'text', name: 'version', label: say('news.version'), longest: 100 } as const]
      : []),
    { kind: 'moment', name: 'at', label: say('news.at'), optional: true },
    ...locales.flatMap((locale): FieldSpec[] => [
      { kind: 'text', name: `title.${locale}`, label: say(`news.title.${locale}`), longest: 200 },
      { kind: 'area', name: `text.${locale}`, label: say(`news.text.${locale}`), longest: 5000 },
    ]),
  ],
  send: async (values, key) => mapResult(await api.announce(bodyOf(values), key), () => null),
});

const pick = <Id extends string>(
  name: string,
  label: string,
  ids: readonly Id[],
  word: (id: Id) => string,
): FieldSpec => ({
  kind: 'pick',
  name,
  label,
  options: ids.map((id) => ({ id, label: word(id) })),
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
    ...(values['at'] ? { publishAt: new Date(values['at']).toISOString() } : {}),
  };
}

function audienceOf({ audience, plan = '', version = '' }: FormValues): AnnounceBody['audience'] {
  if (audience === 'plan') return { kind: 'plan', plan };
  return audience === 'version' ? { kind: 'version', version } : { kind: 'all' };
}
