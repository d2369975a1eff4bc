import type { QueueRow } from '#shared/wire/desk.ts';
import { isLive } from '#desk/text/clock-chip.ts';

export const queueViews = ['order', 'awaiting', 'waiting', 'resolved'] as const;
export type QueueView = (typeof queueViews)[number];

/**
 * Which view an open ticket stands in. A ticket whose first response is still owed stays in the
 * regulation's order even while its requester is asked, so that no promise lapses out of sight.
 */
export function viewOf(row: Pick<QueueRow, 'status' | 'clock'>): QueueView {
  if (row.status === 'awaiting_channel') return 'awaiting';
  if (row.status === 'resolved') return 'resolved';
  return row.status === 'waiting_requester' && !isLive(row.clock) ? 'waiting' : 'order';
}

/** Rows of one view in the order they came: the server has sorted them by the regulation. */
export const rowsOf = <Row extends Pick<QueueRow, 'status' | 'clock'>>(
  rows: readonly Row[],
  view: QueueView,
): Row[] => rows.filter((row) => viewOf(row) === view);

/** Tickets that were not there a poll ago, for the announcement of new arrivals. */
export function arrivals(
  before: readonly Pick<QueueRow, 'id'>[],
  after: readonly Pick<QueueRow, 'id'>[],
): number {
  const known = new Set(before.map(({ id }) => id));
  return after.filter(({ id }) => !known.has(id)).length;
}
