import { translator, type Translate } from '#shared/i18n/catalog.ts';
import type { en } from '#shared/i18n/editor/en.ts';
import type { Locale } from '#shared/vocabulary.ts';
import { inLocale } from '#widget/in-locale.ts';

/** Says what the editor of pictures says. */
export type SayEditor = Translate<keyof typeof en>;

const catalogOf = inLocale<typeof en>({
  ru: () => import('#shared/i18n/editor/ru.ts'),
  uz: () => import('#shared/i18n/editor/uz.ts'),
  'uz-Cyrl': () => import('#shared/i18n/editor/uz-cyrl.ts'),
  en: () => import('#shared/i18n/editor/en.ts'),
});

/** Fetches these words: a chunk of its own a language. @throws without a connection */
export const loadEditorWords = async (locale: Locale): Promise<SayEditor> =>
  translator(locale, await catalogOf(locale));
