/** A check as far as the watch over the watch goes. Instants in epoch milliseconds. */
export interface WatchedCheck {
  readonly everyMinutes: number;
  readonly createdAt: number;
  readonly lastResultAt: number | null;
}

const minuteMs = 60_000;
const shortestMs = 5 * minuteMs;

/**
 * How long none of these checks may give a result, milliseconds: two rounds of the most frequent one, at
 * least five minutes.
 */
export const allowedSilence = (checks: readonly WatchedCheck[]): number =>
  Math.max(shortestMs, 2 * minuteMs * Math.min(...checks.map(({ everyMinutes }) => everyMinutes)));

/**
 * Since when a check has been silent for longer than it may, the longest of them; null while all speak,
 * or where there is nothing to watch. One that is lost among many is not looked at, as all would be.
 *
 * @param now epoch milliseconds
 */
export function silentSince(checks: readonly WatchedCheck[], now: number): number | null {
  const overdue = checks
    .map((check) => ({ last: check.lastResultAt ?? check.createdAt, may: allowedSilence([check]) }))
    .filter(({ last, may }) => now - last > may);
  return overdue.length > 0 ? Math.min(...overdue.map(({ last }) => last)) : null;
}
