import { partsIn, withCyrillic } from '#shared/i18n/cyrillic.ts';
import { translator } from '#shared/i18n/catalog.ts';
import { en } from '#shared/i18n/mail/en.ts';
import { ru } from '#shared/i18n/mail/ru.ts';
import { uz } from '#shared/i18n/mail/uz.ts';
import { dateAndTime } from '#shared/time.ts';
import type { Locale } from '#shared/vocabulary.ts';
import type { AnnouncementRow } from '#server/features/announcements/announcements.table.ts';
import type { Policy } from '#server/policy/packs.ts';

const catalogs = withCyrillic({ en, ru, uz });

/**
 * The letter of an announcement: planned works say when they are, in the vendor's zone; an advisory says
 * where its page is.
 *
 * @param page the public page of an advisory
 */
export function announcementLetter(
  { pack }: Policy,
  { kind, texts, worksFrom, worksUntil }: AnnouncementRow,
  locale: Locale,
  page: string,
) {
  const { title, text } = partsIn(texts, locale);
  const say = translator(locale, catalogs[locale]);
  if (kind === 'advisory')
    return { subject: title, text: [text, say('advisory.page', { href: page })].join('\n\n') };
  if (!worksFrom || !worksUntil) return { subject: title, text };
  const moment = (at: Date) => dateAndTime(locale, pack.desk.timezone, at.getTime());
  const when = say('works.when', {
    from: moment(worksFrom),
    until: moment(worksUntil),
    zone: pack.timezoneLabel[locale],
  });
  return { subject: title, text: [text, when].join('\n\n') };
}
