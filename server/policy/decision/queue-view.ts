import type { QueueView, TicketStatus } from '#shared/vocabulary.ts';

/** What the view of a ticket goes by. */
export interface QueuePlace {
  readonly status: TicketStatus;
  /** When the first response is due; null once it does not run. */
  readonly dueAt: Date | null;
  /** From when on silence lets an agent close it. */
  readonly closableAt: Date | null;
}

const viewsOfStatus = {
  awaiting_channel: 'awaiting',
  open: 'order',
  in_progress: 'order',
  waiting_requester: 'waiting',
  escalated: 'handed',
  waiting_release: 'handed',
  deferred: 'deferred',
  resolved: 'resolved',
  closed: 'resolved',
} as const satisfies Record<TicketStatus, QueueView>;

/**
 * Which view of the queue a ticket stands in. A ticket whose first response is still owed stays in the
 * regulation's order even while its requester is asked, so that no promise lapses out of sight.
 *
 * @param now epoch milliseconds
 */
export function queueViewOf({ status, dueAt, closableAt }: QueuePlace, now: number): QueueView {
  const view = viewsOfStatus[status];
  if (view === 'awaiting' || view === 'resolved') return view;
  if (dueAt !== null) return 'order';
  return view === 'waiting' && closableAt !== null && closableAt.getTime() <= now
    ? 'closable'
    : view;
}
