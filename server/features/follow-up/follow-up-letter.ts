import { withCyrillic } from '#shared/i18n/cyrillic.ts';
import { translator } from '#shared/i18n/catalog.ts';
import { en } from '#shared/i18n/mail/en.ts';
import { ru } from '#shared/i18n/mail/ru.ts';
import { uz } from '#shared/i18n/mail/uz.ts';
import type { Locale } from '#shared/vocabulary.ts';

const catalogs = withCyrillic({ en, ru, uz });

/** The letter that asks how the solution of a ticket went, with the link that answers it. */
export function followUpLetter(locale: Locale, number: string, link: string) {
  const say = translator(locale, catalogs[locale]);
  return {
    subject: say('follow_up.subject', { number }),
    text: say('follow_up.text', { number, link }),
  };
}
