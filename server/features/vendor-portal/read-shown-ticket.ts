import type { MessageView } from '#shared/wire/ticket.ts';
import type { Deps } from '#server/deps.ts';
import { readThread } from '#server/features/messages/messages.repository.ts';
import type { RequesterRow } from '#server/features/requesters/requesters.table.ts';
import { shownNumber } from '#server/features/tickets/present-receipt.ts';
import { shownAnswers } from '#server/features/tickets/shown-answers.ts';
import { findTicketWithRequester } from '#server/features/tickets/tickets.repository.ts';
import type { TicketRow } from '#server/features/tickets/tickets.table.ts';
import { fileLink } from '#server/features/vendor-portal/file-link.ts';
import type { VendorPortalSettings } from '#server/features/vendor-portal/vendor-portal-settings.ts';
import { deskNames } from '#server/features/vendor-portal/vendor-portal-words.ts';
import type { Policy } from '#server/policy/packs.ts';

/** A ticket as it stands now, in the words that a portal is to show. */
export interface ShownTicket {
  readonly ticket: TicketRow;
  readonly requester: RequesterRow;
  readonly policy: Policy;
  readonly number: string;
  readonly link: string;
  readonly answers: readonly {
    readonly field: string;
    readonly label: string;
    readonly value: string;
  }[];
  /** Notes among them. */
  readonly messages: readonly MessageView[];
}

/** Undefined where the ticket or its edition is not to be found. */
export async function readShownTicket(
  deps: Pick<Deps, 'db' | 'policies' | 'publicUrl'>,
  tenantId: string,
  ticketId: string,
  { locale }: Pick<VendorPortalSettings, 'locale'>,
): Promise<ShownTicket | undefined> {
  const found = await findTicketWithRequester(deps.db, tenantId, ticketId);
  const policy = found && deps.policies.edition(tenantId, found.ticket.edition);
  if (!policy) return undefined;
  const thread = await readThread(deps.db, tenantId, ticketId, true);
  return {
    ...found,
    policy,
    number: shownNumber(policy.pack, found.ticket.number),
    link: `${deps.publicUrl}/desk#/${tenantId}/${ticketId}`,
    answers: shownAnswers(policy, thread.request.answers, locale).map(({ value, ...answer }) => ({
      ...answer,
      value: Array.isArray(value) ? value.join(', ') : String(value),
    })),
    messages: thread.messages,
  };
}

/** What one fact of a ticket is, as text; empty where there is none. See `ticketFacts`. */
export function factOf(
  { ticket, requester, policy, number, link, answers, messages }: ShownTicket,
  fact: string,
  { locale }: Pick<VendorPortalSettings, 'locale'>,
): string {
  if (fact.startsWith('answers.'))
    return answers.find(({ field }) => `answers.${field}` === fact)?.value ?? '';
  const say = deskNames(locale);
  const facts: Readonly<Record<string, string | null | undefined>> = {
    number,
    link,
    subject: ticket.subject,
    category: policy.categories.get(ticket.category)?.label[locale] ?? ticket.category,
    severity: say(`severity.${ticket.severity}`),
    status: say(`status.${ticket.status}`),
    channel: ticket.channel,
    plan: ticket.plan,
    organisation: ticket.organisation,
    contract: ticket.contract,
    'requester.name': requester.name,
    'requester.email': requester.email,
    'requester.phone': requester.phone,
    createdAt: ticket.createdAt.toISOString(),
    dueAt: ticket.dueAt?.toISOString(),
    files: messages
      .filter(({ kind }) => kind !== 'note')
      .flatMap(({ attachments }) =>
        attachments.map((file) => `${file.name} ${fileLink(link, file)}`),
      )
      .join(', '),
  };
  return facts[fact] ?? '';
}
