import { withCyrillic } from '#shared/i18n/cyrillic.ts';
import { en } from '#shared/i18n/calendar/en.ts';
import { ru } from '#shared/i18n/calendar/ru.ts';
import { uz } from '#shared/i18n/calendar/uz.ts';
import { translator, type Translate } from '#shared/i18n/catalog.ts';
import type { Locale } from '#shared/vocabulary.ts';
import type { IcalHead } from '#server/policy/calendar/ical-write.ts';

const catalogs = withCyrillic({ en, ru, uz });

/** Words of calendar files in one language. */
export const calendarWords = (locale: Locale): Translate<keyof typeof en> =>
  translator(locale, catalogs[locale]);

/** What days without a name of their own are called. */
export const kindNames = (locale: Locale): Pick<IcalHead, 'locale' | 'kindName'> => ({
  locale,
  kindName: (kind) => calendarWords(locale)(`kind.${kind}`),
});
