import { translator, type Translate } from '#shared/i18n/catalog.ts';
import type { en } from '#shared/i18n/editor/en.ts';
import type { Locale } from '#shared/vocabulary.ts';

/** Says what the editor of pictures says. */
export type SayEditor = Translate<keyof typeof en>;

async function catalogOf(locale: Locale): Promise<typeof en> {
  if (locale === 'ru') return (await import('#shared/i18n/editor/ru.ts')).ru as typeof en;
  if (locale === 'uz') return (await import('#shared/i18n/editor/uz.ts')).uz as typeof en;
  return (await import('#shared/i18n/editor/en.ts')).en;
}

/** Fetches these words: a chunk of its own a language. @throws without a connection */
export const loadEditorWords = async (locale: Locale): Promise<SayEditor> =>
  translator(locale, await catalogOf(locale));
