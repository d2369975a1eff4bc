import { translator, type Translate } from '#shared/i18n/catalog.ts';
import type { en } from '#shared/i18n/own-acts/en.ts';
import type { Locale } from '#shared/vocabulary.ts';
import { inLocale } from '#widget/in-locale.ts';

/** Words of what a requester was told and can do, in one language. */
export interface OwnActsWords {
  readonly locale: Locale;
  readonly say: Translate<keyof typeof en>;
}

const catalogOf = inLocale<typeof en>({
  ru: () => import('#shared/i18n/own-acts/ru.ts'),
  uz: () => import('#shared/i18n/own-acts/uz.ts'),
  'uz-Cyrl': () => import('#shared/i18n/own-acts/uz-cyrl.ts'),
  en: () => import('#shared/i18n/own-acts/en.ts'),
});

/** Fetches them: a chunk of its own a language, needed when a conversation is opened. */
export const loadOwnActsWords = async (locale: Locale): Promise<OwnActsWords> => ({
  locale,
  say: translator(locale, await catalogOf(locale)),
});
