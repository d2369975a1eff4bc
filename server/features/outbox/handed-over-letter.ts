import { withCyrillic } from '#shared/i18n/cyrillic.ts';
import { translator } from '#shared/i18n/catalog.ts';
import { en } from '#shared/i18n/mail/en.ts';
import { ru } from '#shared/i18n/mail/ru.ts';
import { uz } from '#shared/i18n/mail/uz.ts';
import type { Locale } from '#shared/vocabulary.ts';
import type { Letter } from '#server/features/outbox/letter.ts';
import type { RequesterRow } from '#server/features/requesters/requesters.table.ts';
import { shownNumber } from '#server/features/tickets/present-receipt.ts';
import type { TicketRow } from '#server/features/tickets/tickets.table.ts';
import { bridgeWords } from '#server/policy/widget/bridge-link.ts';
import type { Policy } from '#server/policy/packs.ts';

const catalogs = withCyrillic({ en, ru, uz });

/** One that nobody vouches for may be a stranger's: no machine is to answer there. */
const unanswered = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' };

/**
 * The letter that brings a prepared request into its official mailbox in the requester's name. It comes from
 * our own address, so that SPF, DKIM and DMARC hold; an answer goes to the requester's, and whether anybody
 * vouches for that one is said. Undefined where they were erased, or the request waits no more.
 *
 * @param said the words of the request
 */
export function handedOverLetter(
  { pack }: Policy,
  {
    ticket,
    requester,
    said,
  }: {
    readonly ticket: TicketRow;
    readonly requester: RequesterRow | null;
    readonly said: string | null;
  },
  locale: Locale,
): Letter | undefined {
  const { bridgeCode: code } = ticket;
  const { email, name, emailVerified, provenBy } = requester ?? {};
  if (!email || code === null) return undefined;
  const say = translator(locale, catalogs[locale]);
  const number = shownNumber(pack, ticket.number);
  const { subject, text } = bridgeWords(pack, ticket.decision.route.channel, {
    locale,
    number,
    code,
  });
  const proven = emailVerified === true && provenBy !== null;
  const address = proven
    ? say('handed.proven', { email, by: provenBy ?? '' })
    : say('handed.unproven', { email });
  const sender = name ?? email;
  return {
    subject,
    text: [text, said, `${sender}\n${address}`, say('handed.files', { number })]
      .filter(Boolean)
      .join('\n\n'),
    fromName: say('handed.from', { name: sender, vendor: pack.name[locale] }),
    replyTo: { name: name ?? '', address: email },
    headers: {
      'X-Reglament-Reply-To': proven ? 'proven' : 'unproven',
      ...(proven ? {} : unanswered),
    },
  };
}
