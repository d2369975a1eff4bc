import { withCyrillic } from '#shared/i18n/cyrillic.ts';
import { translator } from '#shared/i18n/catalog.ts';
import { en } from '#shared/i18n/contact/en.ts';
import { ru } from '#shared/i18n/contact/ru.ts';
import { uz } from '#shared/i18n/contact/uz.ts';
import type { Locale } from '#shared/vocabulary.ts';
import type { ContactRecorded } from '#shared/wire/interactions.ts';
import type { ContactRule } from '#server/policy/decision/contact-rule.ts';
import { addressIn } from '#server/policy/pack/official-channels.ts';

const catalogs = withCyrillic({ en, ru, uz });
type Answer = Extract<ContactRecorded, { record: 'interaction' }>['answer'];

/**
 * What somebody is told whose contact is no request: why, and every way that is one.
 *
 * @param formLink page of the vendor that leads to the form
 */
export function contactAnswer(
  { reason, sendForm, answerWith, clause }: ContactRule & { readonly reason: NotOfficial },
  locale: Locale,
  formLink: string,
): Answer {
  const say = translator(locale, catalogs[locale]);
  const ways = answerWith.map((channel) => ({
    kind: channel.kind,
    label: channel.label[locale],
    address: addressIn(channel, locale),
    href: channel.href,
  }));
  const named = [
    ...(sendForm ? [say('way.form', { link: formLink })] : []),
    ...ways.map(({ label, address }) => say('way.channel', { label, address })),
  ];
  return {
    text: say(`answer.${reason}`, { clause, ways: named.join('; ') }),
    ways,
    sendForm,
  };
}

/** Why a contact is no request. */
export type NotOfficial = Exclude<ContactRule['reason'], 'official'>;
