import type { QueueRow } from '#shared/wire/desk.ts';
import { lifeClocks } from '#server/features/life/life-clocks.ts';
import { shownNumber } from '#server/features/tickets/present-receipt.ts';
import type { QueuedTicket } from '#server/features/tickets/queue-page.ts';
import { ticketClock } from '#server/features/tickets/ticket-clock.ts';
import { planWeight, type QueueItem } from '#server/policy/decision/queue-order.ts';
import { queueReason } from '#server/policy/decision/queue-reason.ts';
import { queueViewOf } from '#server/policy/decision/queue-view.ts';
import { developmentPriority } from '#server/policy/life/development-priority.ts';
import { owesResponse } from '#server/policy/life/life-state.ts';
import type { PolicyPack } from '#server/policy/pack.ts';
import type { Policy } from '#server/policy/packs.ts';

/**
 * A ticket as the queue shows it.
 *
 * @param policy of the ticket's edition
 * @param now epoch milliseconds
 */
export function queueRow(policy: Policy, ticket: QueuedTicket, now: number): QueueRow {
  const { pack } = policy;
  return {
    id: ticket.id,
    number: shownNumber(pack, ticket.number),
    subject: ticket.subject,
    status: ticket.status,
    view: queueViewOf(ticket, now),
    severity: ticket.severity,
    channel: ticket.channel,
    createdAt: ticket.createdAt.toISOString(),
    receivedAt: ticket.receivedAt?.toISOString() ?? null,
    requesterName: ticket.requesterName ?? '',
    organisation: ticket.organisation,
    plan: ticket.plan,
    team: policy.categories.get(ticket.category)?.team ?? null,
    handedTo: handedTo(pack, ticket),
    unanswered: owesResponse(ticket),
    clock: ticketClock(policy, ticket, now),
    clocks: lifeClocks(policy, ticket, now),
  };
}

/** Whether the plan of its requester goes first there. */
const handedTo = (pack: PolicyPack, { handedTo: target, plan }: QueuedTicket) =>
  target === null
    ? null
    : { target, priority: developmentPriority(pack, plan ?? undefined) !== null };

/**
 * Why it stands before the next one.
 *
 * @param pack whose order holds
 * @param next undefined for the last
 */
export function whyHere(
  pack: PolicyPack,
  ticket: QueuedTicket,
  next: QueuedTicket | undefined,
): Pick<QueueRow, 'why'> {
  const { code, outOfTurn, clause } = queueReason(
    pack,
    queueItem(pack, ticket),
    next && queueItem(pack, next),
  );
  return { why: { code, outOfTurn, clause } };
}

const queueItem = (pack: PolicyPack, ticket: QueuedTicket): QueueItem => ({
  severity: ticket.severity,
  dueAt: ticket.dueAt?.getTime() ?? null,
  planWeight: planWeight(pack, ticket.plan ?? undefined),
  receivedAt: (ticket.receivedAt ?? ticket.createdAt).getTime(),
  number: shownNumber(pack, ticket.number),
});
