import { and, eq, inArray, not, type SQL } from 'drizzle-orm';
import { tickets } from '#server/features/tickets/tickets.table.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

/** Whose part of a queue is wanted. */
export interface QueueFilter {
  /** A team of the pack's categories. */
  readonly team?: string | undefined;
  /** Whom tickets were handed over to: a target of the pack. */
  readonly target?: string | undefined;
  /** What its reader may not see; see `hiddenTickets`. */
  readonly hidden?: SQL | undefined;
}

/** Teams by the edition in force: a request keeps its category, its desk may have been divided since. */
export function queueFilter(
  { intake }: PolicyPack,
  { team, target, hidden }: QueueFilter,
): SQL | undefined {
  const categories = intake.categories.filter((category) => category.team === team);
  return and(
    hidden && not(hidden),
    team === undefined
      ? undefined
      : inArray(
          tickets.category,
          categories.map(({ id }) => id),
        ),
    target === undefined
      ? undefined
      : and(eq(tickets.status, 'escalated'), eq(tickets.escalatedTo, target)),
  );
}
