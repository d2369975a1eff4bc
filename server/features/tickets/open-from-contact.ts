import { fail, succeed, type Result } from '#shared/result.ts';
import type { Channel, Locale } from '#shared/vocabulary.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Deps } from '#server/deps.ts';
import { sha256 } from '#server/digest.ts';
import { requesterFactsOf } from '#server/features/requesters/requester-facts.ts';
import type { RequesterRow } from '#server/features/requesters/requesters.table.ts';
import { draftTicket } from '#server/features/tickets/draft-ticket.ts';
import { findIdempotencyKey } from '#server/features/tickets/idempotency-keys.repository.ts';
import { numberRecipients } from '#server/features/tickets/number-recipients.ts';
import { shownNumber } from '#server/features/tickets/present-receipt.ts';
import { findTicket } from '#server/features/tickets/tickets.repository.ts';
import { decisionOf } from '#server/policy/decision/present-decision.ts';

/** A contact that an agent takes for a request. */
export interface ContactRequest {
  readonly tenantId: string;
  /** As the ticket's requester will be stored. */
  readonly requester: RequesterRow;
  readonly channel: Channel;
  readonly category: string;
  /** What was said. */
  readonly text: string;
  readonly locale: Locale;
  /** One a contact, so that it becomes one ticket however often it is sent. */
  readonly key: string;
  /** When it came, epoch milliseconds: time runs from then, however late it is written down. */
  readonly receivedAt: number;
}

/** A ticket that now exists. */
export interface OpenedFromContact {
  readonly id: string;
  readonly number: string;
}

/**
 * Opens a ticket of what somebody said to an agent or wrote to a channel, by the edition of its
 * receipt. What the form would have asked for is missing and may be asked.
 *
 * Fails with `category.unknown` or `service.unavailable`.
 */
export async function openFromContact(
  deps: Deps,
  contact: ContactRequest,
): Promise<Result<OpenedFromContact, Problem>> {
  const { tenantId, requester, category, locale, key } = contact;
  const { receivedAt } = contact;
  const policy = deps.policies.inForce(tenantId, receivedAt);
  if (!policy?.categories.has(category)) return fail({ code: 'category.unknown' });
  const { pack } = policy;
  const story = pack.intake.fields.find(
    ({ kind, group, categories }) =>
      group === 'story' &&
      (kind === 'text' || kind === 'longtext') &&
      (categories?.includes(category) ?? true),
  );
  const answers: Record<string, string> = story ? { [story.id]: contact.text } : {};
  const facts = await requesterFactsOf(deps.db, policy, requester, receivedAt);
  const decision = decisionOf(policy, {
    receivedAt,
    arrival: 'channel',
    category,
    answered: new Set([...Object.keys(answers), ...facts.known]),
    attachments: 0,
    requester: facts.question,
    region: facts.region,
  });
  const submission = { sender: requester.id, key, requestHash: sha256(key) };
  const draft = draftTicket(deps, {
    policy,
    request: {
      tenantId,
      identity: { kind: 'device', requesterId: requester.id },
      idempotencyKey: key,
      category,
      answers,
      attachments: [],
      context: {},
      locale,
    },
    submission,
    answers,
    grants: [],
    facts,
    decision,
    receivedAt,
    storedAt: deps.now(),
    sendsLetters: false,
  });
  const written = await deps.writeTicket({
    ...draft,
    requester,
    channel: contact.channel,
    text: contact.text,
    plan: facts.contract?.plan ?? requester.plan,
    organisation: facts.contract?.organisation ?? requester.organisation,
    mailTo: numberRecipients(pack, requester, facts.contract?.email),
  });
  if (written) return succeed({ id: written.ticketId, number: shownNumber(pack, written.number) });
  const known = await findIdempotencyKey(deps.db, tenantId, requester.id, key);
  const ticket = known && (await findTicket(deps.db, tenantId, known.ticketId));
  return ticket
    ? succeed({ id: ticket.id, number: shownNumber(pack, ticket.number) })
    : fail({ code: 'service.unavailable' });
}
