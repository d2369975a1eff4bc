import { and, eq, ne } from 'drizzle-orm';
import type { Locale } from '#shared/vocabulary.ts';
import type { DeskQueue, QueueRow } from '#shared/wire/desk.ts';
import { newestFirst } from '#server/db/newest-first.ts';
import type { Deps } from '#server/deps.ts';
import { requesters } from '#server/features/requesters/requesters.table.ts';
import { decisionInForce } from '#server/features/tickets/decision-in-force.ts';
import { shownNumber } from '#server/features/tickets/present-receipt.ts';
import { ticketClock } from '#server/features/tickets/ticket-clock.ts';
import { tickets, type TicketRow } from '#server/features/tickets/tickets.table.ts';
import type { DeskCalendar } from '#server/policy/desk-hours.ts';
import type { Policy } from '#server/policy/packs.ts';
import { compareInQueue, planWeight } from '#server/policy/queue-order.ts';

const rowLimit = 500;

/** The tickets of one desk in the order of its regulation in force, or those resolved, newest first. */
export async function deskQueue(
  deps: Deps,
  policy: Policy,
  locale: Locale,
  view: 'open' | 'resolved',
): Promise<DeskQueue> {
  const { pack, desk } = policy;
  const now = deps.now();
  const rows = await deps.db
    .select({ ticket: tickets, requesterName: requesters.name })
    .from(tickets)
    .leftJoin(
      requesters,
      and(eq(requesters.tenantId, tickets.tenantId), eq(requesters.id, tickets.requesterId)),
    )
    .where(
      and(
        eq(tickets.tenantId, pack.vendor),
        view === 'open' ? ne(tickets.status, 'resolved') : eq(tickets.status, 'resolved'),
      ),
    )
    .orderBy(view === 'open' ? tickets.receivedAt : newestFirst(tickets.resolvedAt))
    .limit(rowLimit);
  const sorted =
    view === 'open' ? rows.toSorted((a, b) => byRegulation(pack, a.ticket, b.ticket)) : rows;
  return {
    vendor: pack.vendor,
    order: pack.queue.order,
    severities: pack.queue.severities,
    open: desk && openState(desk, now),
    timezone: { id: pack.desk.timezone, label: pack.timezoneLabel[locale] },
    rows: sorted.map(({ ticket, requesterName }) =>
      queueRow(
        deps.policies.edition(pack.vendor, ticket.edition) ?? policy,
        ticket,
        requesterName,
        now,
      ),
    ),
    now: new Date(now).toISOString(),
  };
}

function openState({ schedule }: DeskCalendar, now: number): DeskQueue['open'] {
  const iso = (at: number | undefined) => (at === undefined ? null : new Date(at).toISOString());
  return schedule.isOpen(now)
    ? { now: true, until: iso(schedule.nextClose(now)), opensAt: null }
    : { now: false, until: null, opensAt: iso(schedule.nextOpen(now)) };
}

function byRegulation(pack: Policy['pack'], a: TicketRow, b: TicketRow): number {
  const item = (ticket: TicketRow) => {
    const { dueAt } = decisionInForce(ticket).firstResponse;
    return {
      severity: ticket.severity,
      dueAt: dueAt === null || ticket.firstRespondedAt ? null : Date.parse(dueAt),
      planWeight: planWeight(pack, ticket.plan ?? undefined),
      receivedAt: (ticket.receivedAt ?? ticket.createdAt).getTime(),
      number: shownNumber(pack, ticket.number),
    };
  };
  return compareInQueue(pack.queue)(item(a), item(b));
}

function queueRow(
  policy: Policy,
  ticket: TicketRow,
  requesterName: string | null,
  now: number,
): QueueRow {
  return {
    id: ticket.id,
    number: shownNumber(policy.pack, ticket.number),
    subject: ticket.subject,
    status: ticket.status,
    severity: ticket.severity,
    channel: ticket.channel,
    createdAt: ticket.createdAt.toISOString(),
    receivedAt: ticket.receivedAt?.toISOString() ?? null,
    requesterName: requesterName ?? '',
    organisation: ticket.organisation,
    plan: ticket.plan,
    unanswered: ticket.firstRespondedAt === null,
    clock: ticketClock(policy, ticket, now),
  };
}
