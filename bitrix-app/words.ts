import { translator, type Translate } from '#shared/i18n/catalog.ts';
import type { en } from '#shared/i18n/portal-app/en.ts';
import type { Locale } from '#shared/vocabulary.ts';
import { inLocale } from '#widget/in-locale.ts';

/** Says a sentence of the app's page inside a portal. */
export type Say = Translate<keyof typeof en>;

const load = inLocale<typeof en>({
  ru: () => import('#shared/i18n/portal-app/ru.ts') as never,
  uz: () => import('#shared/i18n/portal-app/uz.ts') as never,
  'uz-Cyrl': () => import('#shared/i18n/portal-app/uz-cyrl.ts') as never,
  en: () => import('#shared/i18n/portal-app/en.ts'),
});

/** Fetches the words of the page in one language. */
export const loadWords = async (locale: Locale): Promise<Say> =>
  translator(locale, await load(locale));
