import type { TicketEventKind } from '#shared/ticket-events.ts';

/** What of a ticket's life the vendor's own portal shows. */
export const pushedKinds = [
  'opened',
  'channel_confirmed',
  'replied',
  'asked',
  'requester_replied',
  'request_completed',
  'severity_set',
  'escalated',
  'returned',
  'release_planned',
  'deferred',
  'handed_over',
  'resolved',
  'closed',
  'reopened',
  'content_erased',
] as const satisfies readonly TicketEventKind[];
export type PushedKind = (typeof pushedKinds)[number];
