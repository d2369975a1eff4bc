import { translator, type Translate } from '#shared/i18n/catalog.ts';
import { en } from '#shared/i18n/reference/en.ts';
import { ru } from '#shared/i18n/reference/ru.ts';
import { uz } from '#shared/i18n/reference/uz.ts';
import type { Language } from '#shared/vocabulary.ts';

const catalogs = { ru, uz, en } as const;

/** The words of the reference in one language. */
export const referenceWords = (locale: Language): Translate<keyof typeof en> =>
  translator(locale, catalogs[locale]) as Translate<keyof typeof en>;
