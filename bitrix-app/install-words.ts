import { translator, type Translate } from '#shared/i18n/catalog.ts';
import type { en } from '#shared/i18n/portal-install/en.ts';
import type { Locale } from '#shared/vocabulary.ts';
import { inLocale } from '#widget/in-locale.ts';

/** Says a sentence of the installer. */
export type SayInstall = Translate<keyof typeof en>;

const load = inLocale<typeof en>({
  ru: () => import('#shared/i18n/portal-install/ru.ts') as never,
  uz: () => import('#shared/i18n/portal-install/uz.ts') as never,
  'uz-Cyrl': () => import('#shared/i18n/portal-install/uz-cyrl.ts') as never,
  en: () => import('#shared/i18n/portal-install/en.ts'),
});

/** Fetches the words of the installer in one language. */
export const loadInstallWords = async (locale: Locale): Promise<SayInstall> =>
  translator(locale, await load(locale));
