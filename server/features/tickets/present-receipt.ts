import type { TicketReceipt } from '#shared/wire/ticket.ts';
import type { Decision } from '#shared/wire/decision.ts';
import type { Locale, TicketStatus } from '#shared/vocabulary.ts';
import { bridgeLink } from '#server/policy/widget/bridge-link.ts';
import { maskEmail } from '#server/policy/widget/mask.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

/** The stored facts a receipt is made of; a replay reads the same ones. Instants are ISO. */
export interface ReceiptFacts {
  readonly ticketId: string;
  readonly number: number;
  readonly subject: string;
  readonly createdAt: string;
  readonly receivedAt: string | null;
  readonly decision: Decision;
  readonly bridgeCode: string | null;
  readonly locale: Locale;
  readonly status: TicketStatus;
  /** Where the official channel answers a letter that went there in the requester's name; null where none went. */
  readonly answerTo?: string | null | undefined;
}

/** `MOD-1042` */
export const shownNumber = (pack: PolicyPack, number: number): string =>
  `${pack.numberPrefix}-${number}`;

/** What the sender is told: the decision without the rights of agents, and the way over a bridge while it waits. */
export function presentReceipt(pack: PolicyPack, facts: ReceiptFacts): TicketReceipt {
  const number = shownNumber(pack, facts.number);
  const { bridgeCode: code, locale } = facts;
  const { channel } = facts.decision.route;
  const link =
    code !== null && facts.status === 'awaiting_channel'
      ? bridgeLink(pack, channel, { locale, number, code })
      : undefined;
  const answered = facts.answerTo ? { answerTo: maskEmail(facts.answerTo) } : {};
  return {
    id: facts.ticketId,
    number,
    status: facts.status,
    subject: facts.subject,
    createdAt: facts.createdAt,
    receivedAt: facts.receivedAt,
    // what an agent may do is said at the desk
    decision: { ...facts.decision, rights: [] },
    ...(link && code !== null ? { bridge: { channel, code, ...link, ...answered } } : {}),
  };
}
