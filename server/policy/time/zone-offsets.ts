import { dayMs } from './local-date.ts';

/** The zone keeps `offset`, local time minus UTC in milliseconds, from one instant until another. */
export interface Stretch {
  readonly from: number;
  readonly until: number;
  readonly offset: number;
}

/** No zone since 1900 changed its offset and changed it back within a week. */
const probeMs = 7 * dayMs;
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timezone: string): Intl.DateTimeFormat {
  const known = formatters.get(timezone);
  if (known) return known;
  const formatter = new Intl.DateTimeFormat('en', {
    timeZone: timezone,
    timeZoneName: 'longOffset',
  });
  formatters.set(timezone, formatter);
  return formatter;
}

/**
 * Offset read from Intl, about 3 µs a call; `zoneOf` keeps what it learned and is much cheaper.
 *
 * @throws RangeError when the time zone database has no such zone
 */
export function offsetAtByIntl(timezone: string, at: number): number {
  const text = formatterOf(timezone).format(at);
  // `GMT+02:30:17`, seconds only where they are not zero, and `GMT` alone for UTC
  const [, sign, hours, minutes, seconds] = /GMT(.)(\d+):(\d+):?(\d+)?$/.exec(text) ?? [];
  const size = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60 + Number(seconds ?? 0);
  return (sign === '+' ? size : 0 - size) * 1000;
}

/**
 * Stretches that fill `[from, until)`, found by weekly probes and bisection. Both ends are whole
 * seconds.
 */
export function offsetStretches(timezone: string, from: number, until: number): Stretch[] {
  const offsetAt = (at: number) => offsetAtByIntl(timezone, at);
  const stretches: Stretch[] = [];
  let [since, offset] = [from, offsetAt(from)];
  for (let at = from; at < until; at += probeMs) {
    const end = Math.min(at + probeMs, until) - 1000;
    const target = offsetAt(end);
    while (offset !== target) {
      const change = firstChange(offsetAt, Math.max(at - 1000, since), end, offset);
      stretches.push({ from: since, until: change, offset });
      [since, offset] = [change, offsetAt(change)];
    }
  }
  return [...stretches, { from: since, until, offset }];
}

/** The second at which the offset leaves `known`, which holds at `low` and not at `high`. */
function firstChange(
  offsetAt: (at: number) => number,
  low: number,
  high: number,
  known: number,
): number {
  let [before, after] = [low / 1000, high / 1000];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (offsetAt(middle * 1000) === known) before = middle;
    else after = middle;
  }
  return after * 1000;
}
