/** A check as far as the watch over the watch goes. Instants in epoch milliseconds. */
export interface WatchedCheck {
  readonly everyMinutes: number;
  readonly createdAt: number;
  readonly lastResultAt: number | null;
}

const minuteMs = 60_000;
const shortestMs = 5 * minuteMs;

/**
 * How long no check at all may give a result, milliseconds: two rounds of the most frequent one, at
 * least five minutes.
 */
export const allowedSilence = (checks: readonly WatchedCheck[]): number =>
  Math.max(shortestMs, 2 * minuteMs * Math.min(...checks.map(({ everyMinutes }) => everyMinutes)));

/**
 * Since when the watch has been silent for longer than is allowed; null while it speaks, or where
 * there is nothing to watch.
 *
 * @param now epoch milliseconds
 */
export function silentSince(checks: readonly WatchedCheck[], now: number): number | null {
  if (checks.length === 0) return null;
  const last = Math.max(...checks.map(({ lastResultAt, createdAt }) => lastResultAt ?? createdAt));
  return now - last > allowedSilence(checks) ? last : null;
}
