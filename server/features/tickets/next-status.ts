import type { TicketStatus } from '#shared/vocabulary.ts';
import type { TicketRow } from '#server/features/tickets/tickets.table.ts';

/** What can move a ticket from one status to the next. */
export type TicketAct =
  | 'channel_confirmed'
  | 'replied'
  | 'asked'
  | 'noted'
  | 'requester_replied'
  | 'resolved';

/**
 * The status after an act, the only place where one follows from another. A ticket that waits for its
 * official channel leaves that state by nothing but the channel.
 */
export function nextStatus(
  { status, firstRespondedAt }: Pick<TicketRow, 'status' | 'firstRespondedAt'>,
  act: TicketAct,
): TicketStatus {
  if (act === 'channel_confirmed') return 'open';
  if (status === 'awaiting_channel') return status;
  switch (act) {
    case 'replied':
      return 'in_progress';
    case 'asked':
      return 'waiting_requester';
    case 'resolved':
      return 'resolved';
    case 'requester_replied':
      return firstRespondedAt ? 'in_progress' : 'open';
    case 'noted':
      return status;
  }
}
