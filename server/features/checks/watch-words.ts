import { withCyrillic } from '#shared/i18n/cyrillic.ts';
import { translator } from '#shared/i18n/catalog.ts';
import { en } from '#shared/i18n/watch/en.ts';
import { ru } from '#shared/i18n/watch/ru.ts';
import { uz } from '#shared/i18n/watch/uz.ts';
import type { Locale } from '#shared/vocabulary.ts';

const catalogs = withCyrillic({ en, ru, uz });

/** What the watch says, in one language. */
export const watchWords = (locale: Locale) => translator(locale, catalogs[locale]);
