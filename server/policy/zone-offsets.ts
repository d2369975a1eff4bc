import { dayMs } from './local-date.ts';

/** From `at` on the zone keeps `offset`: local time minus UTC, milliseconds. */
export interface OffsetChange {
  readonly at: number;
  readonly offset: number;
}

/** No zone since 1900 changed its offset and changed it back within a week. */
const probeMs = 7 * dayMs;
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timezone: string): Intl.DateTimeFormat {
  const known = formatters.get(timezone);
  if (known) return known;
  const formatter = new Intl.DateTimeFormat('en-u-hc-h23-ca-iso8601-nu-latn', {
    timeZone: timezone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formatters.set(timezone, formatter);
  return formatter;
}

/**
 * Offset read from Intl, about 4 µs a call; `zoneOf` keeps what it learned and is much cheaper.
 *
 * @throws RangeError when the time zone database has no such zone
 */
export function offsetAtByIntl(timezone: string, at: number): number {
  const second = Math.floor(at / 1000) * 1000;
  const fields: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const { type, value } of formatterOf(timezone).formatToParts(second)) {
    fields[type] = Number(value);
  }
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second: seconds = 0 } = fields;
  return Date.UTC(year, month - 1, day, hour, minute, seconds) - second;
}

/**
 * The offset at `from`, then every change before `until`, found by weekly probes and bisection.
 * Both ends are whole seconds.
 */
export function offsetChanges(timezone: string, from: number, until: number): OffsetChange[] {
  const offsetAt = (at: number) => offsetAtByIntl(timezone, at);
  let last: OffsetChange = { at: from, offset: offsetAt(from) };
  const changes = [last];
  for (let at = from; at < until; at += probeMs) {
    const end = Math.min(at + probeMs, until) - 1000;
    const target = offsetAt(end);
    while (last.offset !== target) {
      last = firstChange(offsetAt, Math.max(at - 1000, last.at), end, last.offset);
      changes.push(last);
    }
  }
  return changes;
}

/** The second at which the offset leaves `known`, which holds at `low` and not at `high`. */
function firstChange(
  offsetAt: (at: number) => number,
  low: number,
  high: number,
  known: number,
): OffsetChange {
  let [before, after] = [low / 1000, high / 1000];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (offsetAt(middle * 1000) === known) before = middle;
    else after = middle;
  }
  return { at: after * 1000, offset: offsetAt(after * 1000) };
}
