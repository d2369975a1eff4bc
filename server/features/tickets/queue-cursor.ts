import { queueViews } from '#shared/vocabulary.ts';
import type { TicketRow } from '#server/features/tickets/tickets.table.ts';

/** What a queue is asked for: one of its views, or `open`, all that has not ended. */
export const queueParts = ['open', ...queueViews] as const;
export type QueuePart = (typeof queueParts)[number];

/** Where a page of the queue ends: the page behind it begins after this place, whatever moves meanwhile. */
export interface QueueCursor {
  /** The key of the order of work; among those resolved the instant, epoch milliseconds. */
  readonly key: string;
  readonly number: number;
}

/** The place of a ticket as a client gives it back. */
export function cursorOf(
  part: QueuePart,
  { queueKey, resolvedAt, number }: Pick<TicketRow, 'queueKey' | 'resolvedAt' | 'number'>,
): string {
  return `${number}:${part === 'resolved' ? (resolvedAt?.getTime() ?? 0) : queueKey}`;
}

/** Undefined for what no page has ended with. */
export function readCursor(part: QueuePart, text: string): QueueCursor | undefined {
  const [, number, key] = /^(\d{1,9}):([\d ~]{1,100})$/.exec(text) ?? [];
  if (number === undefined || key === undefined) return undefined;
  return part === 'resolved' && !/^\d{1,13}$/.test(key)
    ? undefined
    : { key, number: Number(number) };
}
