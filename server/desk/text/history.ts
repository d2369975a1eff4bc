import type { DeskTicket, TicketEventView } from '#shared/wire/desk.ts';
import type { MessageView } from '#shared/wire/ticket.ts';

export type HistoryEntry =
  | { readonly kind: 'event'; readonly key: string; readonly event: TicketEventView }
  | { readonly kind: 'message'; readonly key: string; readonly message: MessageView };

/**
 * Events and messages as one story, oldest first. Of one instant the ticket's opening comes before
 * its request, and every other message before the events that it caused.
 */
export function historyOf({
  events,
  messages,
}: Pick<DeskTicket, 'events' | 'messages'>): HistoryEntry[] {
  const entries: (HistoryEntry & { readonly at: number; readonly rank: number })[] = [
    ...messages.map((message) => ({
      kind: 'message' as const,
      key: message.id,
      message,
      at: Date.parse(message.createdAt),
      rank: 1,
    })),
    ...events.map((event, index) => ({
      kind: 'event' as const,
      key: `${index} ${event.kind}`,
      event,
      at: Date.parse(event.at),
      rank: event.kind === 'opened' ? 0 : 2,
    })),
  ];
  return entries.toSorted((a, b) => a.at - b.at || a.rank - b.rank);
}
