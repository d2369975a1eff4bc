import type { Due } from './due.ts';
import { type DeskCalendar, type WhyClosed, localDay } from '#server/policy/calendar/desk-hours.ts';
import { dateText, dayMs } from '#server/policy/time/local-date.ts';

/** A stretch of open or closed time. Instants are epoch milliseconds. */
export type DueSegment =
  | { readonly from: number; readonly to: number; readonly kind: 'open' }
  | ({ readonly from: number; readonly to: number; readonly kind: 'closed' } & WhyClosed);

/**
 * What was counted to find a due instant: open and closed stretches from the receipt to it without
 * a gap; closed time is split at local midnights and says why. Read from the table that the instant
 * was counted on, so it is only made where somebody looks.
 */
export function segmentsOf(
  desk: DeskCalendar,
  { receivedAt, dueAt }: Pick<Due, 'receivedAt' | 'dueAt'>,
): DueSegment[] {
  const segments: DueSegment[] = [];
  let at = receivedAt;
  for (const { start, end } of desk.schedule.periods(receivedAt, dueAt)) {
    segments.push(...closedBetween(desk, at, start), { from: start, to: end, kind: 'open' });
    at = end;
  }
  return [...segments, ...closedBetween(desk, at, dueAt)];
}

function closedBetween(desk: DeskCalendar, from: number, to: number): DueSegment[] {
  const segments: DueSegment[] = [];
  let at = from;
  while (at < to) {
    const day = localDay(desk, at);
    const midnight = desk.schedule.zone.toInstant((day + 1) * dayMs);
    const end = Math.min(midnight, to);
    segments.push({ from: at, to: end, kind: 'closed', ...desk.whyClosed(dateText(day)) });
    at = end;
  }
  return segments;
}
