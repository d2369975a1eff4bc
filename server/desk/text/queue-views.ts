import type { QueueView } from '#shared/vocabulary.ts';

/** Views of what is owed besides the queue: tickets stand there and in the queue, or after it. */
export type OwedView = 'appeals' | 'contact';

/** Everything that a desk's list can show, as its tabs stand. */
export const deskViews = [
  'order',
  'appeals',
  'contact',
  'handed',
  'waiting',
  'closable',
  'deferred',
  'awaiting',
  'resolved',
] as const satisfies readonly (QueueView | OwedView)[];
export type DeskView = (typeof deskViews)[number];

export const isOwed = (view: DeskView): view is OwedView =>
  view === 'appeals' || view === 'contact';
