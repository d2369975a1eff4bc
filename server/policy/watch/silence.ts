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

/** When a check last spoke: its last result, or its beginning. */
export const lastSpoke = ({ lastResultAt, createdAt }: WatchedCheck): number =>
  lastResultAt ?? createdAt;

/**
 * Checks that have been silent for longer than each may, the longest first. One that is lost among many
 * is as much looked at by nobody as all would be.
 *
 * @param now epoch milliseconds
 */
export const silentChecks = <Check extends WatchedCheck>(
  checks: readonly Check[],
  now: number,
): Check[] =>
  checks
    .filter((check) => now - lastSpoke(check) > allowedSilence([check]))
    .toSorted((one, other) => lastSpoke(one) - lastSpoke(other));

/**
 * Since when no check has given a result though each should have: the watch itself is silent. Null while
 * one of them speaks, or where there is nothing to watch.
 *
 * @param now epoch milliseconds
 */
export function silentSince(checks: readonly WatchedCheck[], now: number): number | null {
  const speaks = silentChecks(checks, now).length < checks.length;
  return speaks || checks.length === 0 ? null : Math.max(...checks.map(lastSpoke));
}
