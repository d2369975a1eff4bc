import { and, sql, type SQL } from 'drizzle-orm';
import type { QueuePart } from '#server/features/tickets/queue-cursor.ts';
import {
  hasEnded,
  mayBecomeClosable,
  notEnded,
  standingView,
} from '#server/features/tickets/tickets.table.ts';

/** Condition for the tickets of one part of the queue, as `queueViewOf` divides them. */
export function inPart(part: QueuePart, now: Date): SQL | undefined {
  const at = sql`${now.toISOString()}::timestamptz`;
  switch (part) {
    case 'open':
      return notEnded;
    case 'resolved':
      return hasEnded;
    case 'waiting':
      return and(
        notEnded,
        sql`${standingView} = 'waiting'`,
        sql`(closable_at is null or closable_at > ${at})`,
      );
    case 'closable':
      return and(mayBecomeClosable, sql`closable_at <= ${at}`);
    default:
      return and(notEnded, sql`${standingView} = ${part}`);
  }
}
