import { translator, type Translate } from '#shared/i18n/catalog.ts';
import type { en } from '#shared/i18n/capture/en.ts';
import type { Locale } from '#shared/vocabulary.ts';

/** Says what the further ways to a picture say. */
export type SayCapture = Translate<keyof typeof en>;

async function catalogOf(locale: Locale): Promise<typeof en> {
  if (locale === 'ru') return (await import('#shared/i18n/capture/ru.ts')).ru as typeof en;
  if (locale === 'uz') return (await import('#shared/i18n/capture/uz.ts')).uz as typeof en;
  return (await import('#shared/i18n/capture/en.ts')).en;
}

/** Fetches these words: a chunk of its own a language. @throws without a connection */
export const loadCaptureWords = async (locale: Locale): Promise<SayCapture> =>
  translator(locale, await catalogOf(locale));
