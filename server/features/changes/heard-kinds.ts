import type { TicketEventKind } from '#shared/ticket-events.ts';

/**
 * Events after which a requester's own list or thread may say something else. What the desk keeps to
 * itself (notes, who works on it, time, colleagues brought in) is not told, not even that it happened.
 */
export const heardKinds = [
  'opened',
  'channel_confirmed',
  'portal_probed',
  'first_responded',
  'replied',
  'asked',
  'meeting_arranged',
  'meeting_held',
  'meeting_cancelled',
  'guest_wrote',
  'requester_replied',
  'request_completed',
  'diagnosis_started',
  'diagnosed',
  'severity_set',
  'taken_up',
  'escalated',
  'requester_informed',
  'returned',
  'release_planned',
  'release_shipped',
  'deferred',
  'handed_over',
  'reminded',
  'due_moved',
  'resolved',
  'closed',
  'follow_up_sent',
  'follow_up_answered',
  'merged_answered',
  'reopened',
  'appealed',
  'appeal_heard',
  'merged',
  'absorbed',
  'unmerged',
  'separated',
  'order_proposed',
  'order_accepted',
  'order_declined',
  'order_done',
  'access_asked',
  'access_given',
  'access_revoked',
  'access_expired',
  'content_erased',
] as const satisfies readonly TicketEventKind[];

const heard: ReadonlySet<string> = new Set(heardKinds);

/** Whether some of these events concern what a requester sees. */
export const isHeard = (events: readonly { readonly kind: TicketEventKind }[]): boolean =>
  events.some(({ kind }) => heard.has(kind));
