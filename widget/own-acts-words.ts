import { translator, type Translate } from '#shared/i18n/catalog.ts';
import type { en } from '#shared/i18n/own-acts/en.ts';
import type { Locale } from '#shared/vocabulary.ts';

/** Words of what a requester was told and can do, in one language. */
export interface OwnActsWords {
  readonly locale: Locale;
  readonly say: Translate<keyof typeof en>;
}

/** Fetches them: a chunk of its own a language, needed when a conversation is opened. */
export const loadOwnActsWords = async (locale: Locale): Promise<OwnActsWords> => ({
  locale,
  say: translator(locale, await catalogOf(locale)),
});

async function catalogOf(locale: Locale): Promise<typeof en> {
  if (locale === 'ru') return (await import('#shared/i18n/own-acts/ru.ts')).ru as typeof en;
  if (locale === 'uz') return (await import('#shared/i18n/own-acts/uz.ts')).uz as typeof en;
  return (await import('#shared/i18n/own-acts/en.ts')).en;
}
