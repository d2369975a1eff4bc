import { dayMs } from './local-date.ts';
import { type Stretch, offsetAtByIntl, offsetStretches } from './zone-offsets.ts';

/** Wall clock of one IANA zone. A local time is written as the epoch milliseconds it would be in UTC. */
export interface Zone {
  readonly timezone: string;
  /** Local time minus UTC, milliseconds. */
  offsetAt(at: number): number;
  /** Local time at an instant. */
  toLocal(at: number): number;
  /**
   * The instant of a local time. In a gap it moves forward by the gap's length, in an overlap it is
   * the first of the two: what Temporal calls `compatible`.
   */
  toInstant(local: number): number;
}

const chunkMs = 364 * dayMs;
const zones = new Map<string, Zone>();

/**
 * The zone, with its offsets read from Intl once per year that is asked for and kept.
 *
 * @throws RangeError when the time zone database has no such zone
 */
export function zoneOf(timezone: string): Zone {
  const known = zones.get(timezone);
  if (known) return known;
  const zone = openZone(timezone);
  zones.set(timezone, zone);
  return zone;
}

function openZone(timezone: string): Zone {
  const chunks = new Map<number, readonly Stretch[]>();
  const nowhere: Stretch = { from: Infinity, until: Infinity, offset: offsetAtByIntl(timezone, 0) };
  // questions come in clusters, so the answer to the last one is tried first
  let last = nowhere;

  const chunkOf = (index: number): readonly Stretch[] => {
    const known = chunks.get(index);
    if (known) return known;
    const chunk = offsetStretches(timezone, index * chunkMs, (index + 1) * chunkMs);
    chunks.set(index, chunk);
    return chunk;
  };

  const stretchAt = (at: number): Stretch => {
    if (at >= last.from && at < last.until) return last;
    if (!Number.isFinite(at)) throw new RangeError('an instant is a finite number');
    last = chunkOf(Math.floor(at / chunkMs)).find(({ until }) => at < until) ?? nowhere;
    return last;
  };
  const offsetAt = (at: number): number => stretchAt(at).offset;

  return {
    timezone,
    offsetAt,
    toLocal: (at) => at + offsetAt(at),
    toInstant: (local) => {
      const { offset: before, until } = stretchAt(local - dayMs);
      if (local + dayMs < until) return local - before;
      const after = offsetAt(local + dayMs);
      if (before === after) return local - before;
      const first = local - Math.max(before, after);
      if (offsetAt(first) === Math.max(before, after)) return first;
      const second = local - Math.min(before, after);
      if (offsetAt(second) === Math.min(before, after)) return second;
      return local - before;
    },
  };
}

/** Whether the time zone database of this engine has such a zone. */
export function isTimezone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
