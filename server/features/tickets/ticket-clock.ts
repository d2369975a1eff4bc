import type { ClockView } from '#shared/wire/desk.ts';
import type { FirstResponsePromise } from '#shared/wire/decision.ts';
import type { TicketRow } from '#server/features/tickets/tickets.table.ts';
import { deskOfOffice } from '#server/policy/calendar/office-coverage.ts';
import { isBreached, remaining, targetMsOf } from '#server/policy/decision/due.ts';
import { owesResponse, type ClockState, type LifeState } from '#server/policy/life/life-state.ts';
import type { Policy } from '#server/policy/packs.ts';

/** What the clock of a ticket is told from; `promise` is the one in force. */
export type ClockFacts = Pick<
  TicketRow,
  'status' | 'outcome' | 'firstRespondedAt' | 'receivedAt' | 'createdAt'
> & {
  readonly promise: FirstResponsePromise;
  readonly clocks: LifeState['clocks'];
  /** Others were merged into it: its clock is that of the earliest receipt. */
  readonly shared: boolean;
};

/**
 * The clock of the first response as a chip shows it. Everything follows from the stored decision, or
 * from the earliest receipt where there are several, so that list, ticket and letter cannot disagree.
 *
 * @param now epoch milliseconds
 */
export function ticketClock(policy: Policy, ticket: ClockFacts, now: number): ClockView {
  const { promise } = ticket;
  const shared = ticket.shared ? ticket.clocks.first_response : undefined;
  const dueAt = shared ? shared.dueAt : promise.dueAt === null ? null : Date.parse(promise.dueAt);
  const metAt = metOf(ticket, shared);
  const base = {
    kind: 'first_response' as const,
    estimated: promise.estimated,
    dueAt: dueAt === null ? null : new Date(dueAt).toISOString(),
    metAt: metAt?.toISOString() ?? null,
    clause: promise.clause,
  };
  const nothingCounted = { remainingSeconds: null, targetSeconds: null };
  if (ticket.status === 'awaiting_channel')
    return { ...base, ...nothingCounted, state: 'not_started' };
  // what was promised is kept in the ticket that this one goes on in
  if (ticket.outcome === 'merged')
    return { ...base, ...nothingCounted, state: metAt ? 'met' : 'none' };
  if (dueAt === null || !policy.desk) {
    return { ...base, ...nothingCounted, state: metAt ? 'met' : 'none' };
  }

  const desk = deskOfOffice(policy.desk, promise.office);
  const receivedAt = (ticket.receivedAt ?? ticket.createdAt).getTime();
  const targetMs =
    promise.target && !shared ? targetMsOf(promise.target, promise.hoursPerDay) : null;
  const counted = targetMs ?? desk.schedule.between(receivedAt, dueAt);
  const late = isBreached(desk, metAt?.getTime() ?? now, { dueAt, targetMs });
  const leftMs = remaining(desk, metAt?.getTime() ?? now, { dueAt });
  return {
    ...base,
    remainingSeconds: Math.round(leftMs / 1000),
    targetSeconds: Math.round(counted / 1000),
    state: metAt ? (late ? 'met_late' : 'met') : stateOf(late, leftMs, counted),
  };
}

/** Of several receipts the one that was answered last. */
function metOf(ticket: ClockFacts, shared: ClockState | undefined): Date | null {
  if (owesResponse(ticket)) return null;
  return shared && shared.stoppedAt !== null ? new Date(shared.stoppedAt) : ticket.firstRespondedAt;
}

/** Less than a quarter left is soon. */
const stateOf = (late: boolean, leftMs: number, countedMs: number): ClockView['state'] =>
  late ? 'breached' : leftMs < countedMs / 4 ? 'soon' : 'running';
