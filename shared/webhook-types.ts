import type { TicketEventKind } from '#shared/ticket-events.ts';

/** What of a ticket's life programs can be told; each is told as `ticket.` and its kind. */
const toldKinds = [
  'opened',
  'channel_confirmed',
  'first_responded',
  'replied',
  'asked',
  'requester_replied',
  'request_completed',
  'severity_set',
  'assigned',
  'escalated',
  'returned',
  'release_planned',
  'release_shipped',
  'deferred',
  'due_warned',
  'due_breached',
  'due_moved',
  'resolved',
  'closed',
  'reopened',
  'appealed',
  'appeal_heard',
  'merged',
  'unmerged',
  'content_erased',
] as const satisfies readonly TicketEventKind[];

/** Types of what webhooks tell, such as `ticket.resolved`. */
export const webhookTypes = toldKinds.map((kind) => `ticket.${kind}` as const);
export type WebhookType = (typeof webhookTypes)[number];

/** Where the telling of one event to one receiver stands; `dead`: given up, until somebody sends it again. */
export const deliveryStates = ['waiting', 'delivered', 'dead'] as const;
