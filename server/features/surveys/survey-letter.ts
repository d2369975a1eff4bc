import { withCyrillic } from '#shared/i18n/cyrillic.ts';
import { translator } from '#shared/i18n/catalog.ts';
import { en } from '#shared/i18n/mail/en.ts';
import { ru } from '#shared/i18n/mail/ru.ts';
import { uz } from '#shared/i18n/mail/uz.ts';
import type { Locale } from '#shared/vocabulary.ts';
import type { Deps } from '#server/deps.ts';
import type { OutboxEntry } from '#server/features/outbox/outbox.table.ts';
import { sealPlace } from '#server/secret-box.ts';
import type { Policy } from '#server/policy/packs.ts';

const catalogs = withCyrillic({ en, ru, uz });

/** Where the token of a survey's link is sealed until its letter is sent. */
const tokenPlace = (tenantId: string, recipient: string): string =>
  sealPlace(tenantId, 'outbox', recipient, 'token');

/** What the outbox keeps of a survey's link: nobody who reads the database can answer by it. */
export const surveyParams = (
  { secretBox }: Pick<Deps, 'secretBox'>,
  tenantId: string,
  recipient: string,
  token: string,
): Readonly<Record<string, string>> => ({
  token: secretBox.seal(token, tokenPlace(tenantId, recipient)),
});

/** The address of the page of a survey whose letter is sent now. */
export const surveyLink = (
  { secretBox, publicUrl }: Pick<Deps, 'secretBox' | 'publicUrl'>,
  { tenantId, recipient, params }: Pick<OutboxEntry, 'tenantId' | 'recipient' | 'params'>,
): string =>
  `${publicUrl}/survey/${secretBox.open(params['token'] ?? '', tokenPlace(tenantId, recipient))}`;

/** The letter of a survey, with a way to get no more of them that takes one press (RFC 8058). */
export function surveyLetter(policy: Policy, locale: Locale, link: string) {
  const say = translator(locale, catalogs[locale]);
  const stop = `${link}/stop`;
  return {
    subject: say('survey.subject', { name: policy.pack.name[locale] }),
    text: [say('survey.text', { link }), say('survey.stop', { stop })].join('\n\n'),
    headers: {
      'List-Unsubscribe': `<${stop}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  };
}
