import type { DeskTicket, QueueRow } from '#shared/wire/desk.ts';
import { isLive } from '#desk/text/clock-chip.ts';

export const queueViews = [
  'order',
  'appeals',
  'contact',
  'handed',
  'waiting',
  'closable',
  'deferred',
  'awaiting',
  'resolved',
] as const;
export type QueueView = (typeof queueViews)[number];

/** Views of what is owed besides the queue: tickets stand there and in the queue, or after it. */
export type OwedView = 'appeals' | 'contact';
export const isOwed = (view: QueueView): view is OwedView =>
  view === 'appeals' || view === 'contact';

type Placed = Pick<QueueRow, 'status' | 'clock' | 'closable'>;

const viewsOfStatus: Partial<Record<QueueRow['status'], QueueView>> = {
  waiting_requester: 'waiting',
  escalated: 'handed',
  waiting_release: 'handed',
  deferred: 'deferred',
};

/**
 * Which view an open ticket stands in. A ticket whose first response is still owed stays in the
 * regulation's order even while its requester is asked, so that no promise lapses out of sight.
 */
export function viewOf(row: Placed): QueueView {
  if (row.status === 'awaiting_channel') return 'awaiting';
  if (row.status === 'resolved' || row.status === 'closed') return 'resolved';
  if (isLive(row.clock)) return 'order';
  return row.closable ? 'closable' : (viewsOfStatus[row.status] ?? 'order');
}

/** What a ticket's row would say. */
export const rowFacts = ({ status, clock, can }: DeskTicket): Placed => ({
  status,
  clock,
  closable: can.includes('close_silent'),
});

/** Rows of one view in the order they came: the server has sorted them by the regulation. */
export const rowsOf = <Row extends Placed>(rows: readonly Row[], view: QueueView): Row[] =>
  rows.filter((row) => viewOf(row) === view);

/** Tickets that were not there a poll ago, for the announcement of new arrivals. */
export function arrivals(
  before: readonly Pick<QueueRow, 'id'>[],
  after: readonly Pick<QueueRow, 'id'>[],
): number {
  const known = new Set(before.map(({ id }) => id));
  return after.filter(({ id }) => !known.has(id)).length;
}
