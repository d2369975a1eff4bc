import { translator, type Translate } from '#shared/i18n/catalog.ts';
import type { en } from '#shared/i18n/capture/en.ts';
import type { Locale } from '#shared/vocabulary.ts';
import { inLocale } from '#widget/in-locale.ts';

/** Says what the further ways to a picture say. */
export type SayCapture = Translate<keyof typeof en>;

const catalogOf = inLocale<typeof en>({
  ru: () => import('#shared/i18n/capture/ru.ts'),
  uz: () => import('#shared/i18n/capture/uz.ts'),
  'uz-Cyrl': () => import('#shared/i18n/capture/uz-cyrl.ts'),
  en: () => import('#shared/i18n/capture/en.ts'),
});

/** Fetches these words: a chunk of its own a language. @throws without a connection */
export const loadCaptureWords = async (locale: Locale): Promise<SayCapture> =>
  translator(locale, await catalogOf(locale));
