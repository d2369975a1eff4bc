import { sql, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { tickets } from '#server/features/tickets/tickets.table.ts';
import { afterPlace, placeParts, placeText } from '#server/http/page.ts';

/** A place in a view that stands by instants, and among equal ones by numbers. */
export interface TicketPlace {
  /** Epoch milliseconds; null where it stands behind all that have one. */
  readonly at: number | null;
  readonly number: number;
}

/** See `placeText`; what has no instant stands as `none`. */
export const ticketPlaceText = ({ at, number }: TicketPlace): string =>
  placeText(at ?? 'none', number);

/** `after` of such a view. */
export const afterTicket = afterPlace(
  '1795348200000:42',
  `${placeParts.instant}|none`,
  placeParts.number,
).transform(
  (parts): TicketPlace | undefined =>
    parts && { at: parts[0] === 'none' ? null : Number(parts[0]), number: Number(parts[1]) },
);

/** Behind a place of a view; `instant` is what it stands by, with `infinity` for what has none. */
export const behindTicket = (instant: SQL | PgColumn, place: TicketPlace | undefined) =>
  place &&
  sql`(${instant}, ${tickets.number}) > (${
    place.at === null ? 'infinity' : new Date(place.at).toISOString()
  }::timestamptz, ${place.number}::int)`;
