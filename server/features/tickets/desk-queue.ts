import { and, eq, inArray, type SQL } from 'drizzle-orm';
import type { Locale } from '#shared/vocabulary.ts';
import type { DeskQueue, QueueRow } from '#shared/wire/desk.ts';
import type { Database } from '#server/db/connect.ts';
import { newestFirst } from '#server/db/newest-first.ts';
import type { Deps } from '#server/deps.ts';
import { lifeClocks } from '#server/features/life/life-clocks.ts';
import { requesters } from '#server/features/requesters/requesters.table.ts';
import { shownNumber } from '#server/features/tickets/present-receipt.ts';
import { queueFilter, type QueueFilter } from '#server/features/tickets/queue-filter.ts';
import { queueIds } from '#server/features/tickets/queue-ids.ts';
import { ticketClock } from '#server/features/tickets/ticket-clock.ts';
import { tickets, type TicketRow } from '#server/features/tickets/tickets.table.ts';
import { checkCoverage } from '#server/policy/calendar/calendar-coverage.ts';
import type { DeskCalendar } from '#server/policy/calendar/desk-hours.ts';
import { queueReason } from '#server/policy/decision/queue-reason.ts';
import { planWeight, type QueueItem } from '#server/policy/decision/queue-order.ts';
import { silenceOf } from '#server/policy/life/step-endings.ts';

import { developmentPriority } from '#server/policy/life/development-priority.ts';
import { dayOf } from '#server/policy/time/local-date.ts';
import type { PolicyPack } from '#server/policy/pack.ts';
import { type Policy, vendorDate } from '#server/policy/packs.ts';

const rowLimit = 500;

/** The tickets of one desk in the order of its regulation in force, or those resolved, newest first. */
export async function deskQueue(
  deps: Deps,
  policy: Policy,
  locale: Locale,
  view: 'open' | 'resolved',
  filter: QueueFilter = {},
): Promise<DeskQueue> {
  const { pack, desk } = policy;
  const now = deps.now();
  const wanted = queueFilter(pack, filter);
  const rows =
    view === 'open'
      ? await openRows(deps.db, pack, wanted)
      : await resolvedRows(deps.db, pack.vendor, wanted);
  const inOrder = rows.map(({ ticket }) => ticket).filter(isInOrder);
  const queue = new Map(inOrder.map((ticket, at) => [ticket.id, inOrder[at + 1]]));
  return {
    vendor: pack.vendor,
    order: pack.queue.order,
    severities: pack.queue.severities,
    open: desk && openState(desk, now),
    timezone: { id: pack.desk.timezone, label: pack.timezoneLabel[locale] },
    ...(desk && coverageEnds(policy, desk, now)
      ? { calendar: { finalUntil: desk.calendar.coverage.finalUntil } }
      : {}),
    rows: rows.map(({ ticket, requesterName }) => ({
      ...queueRow(
        deps.policies.edition(pack.vendor, ticket.edition) ?? policy,
        ticket,
        requesterName,
        now,
      ),
      ...whyHere(pack, ticket, queue),
    })),
    now: new Date(now).toISOString(),
  };
}

function openState({ schedule }: DeskCalendar, now: number): DeskQueue['open'] {
  const iso = (at: number | undefined) => (at === undefined ? null : new Date(at).toISOString());
  return schedule.isOpen(now)
    ? { now: true, until: iso(schedule.nextClose(now)), opensAt: null }
    : { now: false, until: null, opensAt: iso(schedule.nextOpen(now)) };
}

const coverageEnds = (policy: Policy, { calendar }: DeskCalendar, now: number): boolean =>
  checkCoverage(calendar, dayOf(vendorDate(policy, now))).length > 0;

async function openRows(db: Database, pack: PolicyPack, wanted: SQL | undefined) {
  const ids = await queueIds(db, pack.vendor, rowLimit, wanted);
  const rows = await rowsOf(db).where(
    and(eq(tickets.tenantId, pack.vendor), inArray(tickets.id, ids)),
  );
  const byId = new Map(rows.map((row) => [row.ticket.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

async function resolvedRows(db: Database, tenantId: string, wanted: SQL | undefined) {
  return rowsOf(db)
    .where(
      and(eq(tickets.tenantId, tenantId), inArray(tickets.status, ['resolved', 'closed']), wanted),
    )
    .orderBy(newestFirst(tickets.resolvedAt))
    .limit(rowLimit);
}

const rowsOf = (db: Database) =>
  db
    .select({ ticket: tickets, requesterName: requesters.name })
    .from(tickets)
    .leftJoin(
      requesters,
      and(eq(requesters.tenantId, tickets.tenantId), eq(requesters.id, tickets.requesterId)),
    );

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
    team: policy.categories.get(ticket.category)?.team ?? null,
    handedTo: handedTo(policy.pack, ticket),
    unanswered: ticket.firstRespondedAt === null,
    clock: ticketClock(policy, ticket, now),
    clocks: lifeClocks(policy, ticket.life, now),
    closable: silenceOf({ policy, state: ticket.life, at: now })?.state === 'eligible',
  };
}

/** What is to be worked on, and what has an answer due wherever it stands. */
const isInOrder = ({ status, dueAt }: TicketRow): boolean =>
  dueAt !== null || status === 'open' || status === 'in_progress';

function whyHere(
  pack: PolicyPack,
  ticket: TicketRow,
  queue: ReadonlyMap<string, TicketRow | undefined>,
): Pick<QueueRow, 'why'> {
  if (!queue.has(ticket.id)) return {};
  const next = queue.get(ticket.id);
  const { code, outOfTurn, clause } = queueReason(
    pack,
    queueItem(pack, ticket),
    next && queueItem(pack, next),
  );
  return { why: { code, outOfTurn, clause } };
}

const queueItem = (pack: PolicyPack, ticket: TicketRow): QueueItem => ({
  severity: ticket.severity,
  dueAt: ticket.dueAt?.getTime() ?? null,
  planWeight: planWeight(pack, ticket.plan ?? undefined),
  receivedAt: (ticket.receivedAt ?? ticket.createdAt).getTime(),
  number: shownNumber(pack, ticket.number),
});

/** Who has it now, and whether the plan of its requester goes first there. */
const handedTo = (pack: PolicyPack, { life, plan }: TicketRow): QueueRow['handedTo'] =>
  life.status === 'escalated' && life.escalatedTo !== null
    ? {
        target: life.escalatedTo,
        priority: developmentPriority(pack, plan ?? undefined) !== null,
      }
    : null;
