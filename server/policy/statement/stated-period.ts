import type { ServiceStatement } from '#shared/wire/statement.ts';
import { isTimezone, zoneOf } from '#server/policy/time/zone.ts';

type Stated = Pick<ServiceStatement, 'month' | 'from' | 'until' | 'madeAt' | 'zone'>;

const hourMs = 3_600_000;
/** Between the westernmost and the easternmost local time, which are UTC−12 and UTC+14. */
const [west, east] = [12 * hourMs, 14 * hourMs];

/**
 * Whether a statement's period is the month that it names, whole or up to when it was made: a shorter one
 * would leave out what stands beside it. Statements from before they named their zone are held to any
 * zone of the Earth.
 */
export function isStatedMonth({ month, from, until, madeAt, zone }: Stated): boolean {
  const [year = NaN, ordinal = NaN] = month.split('-').map(Number);
  if (!(ordinal >= 1 && ordinal <= 12)) return false;
  const [begin, end] = [Date.parse(from), Date.parse(until)];
  const [first, next] = [Date.UTC(year, ordinal - 1), Date.UTC(year, ordinal)];
  const running = until === madeAt && end >= begin;
  if (zone === undefined) {
    const [offset, shift] = [first - begin, next - end];
    const begins = offset >= -west && offset <= east && offset % (hourMs / 4) === 0;
    const ends = Math.abs(shift - offset) <= hourMs && shift % (hourMs / 4) === 0;
    return begins && (running ? end <= next - offset + hourMs : ends && Date.parse(madeAt) >= end);
  }
  if (!isTimezone(zone)) return false;
  const { toInstant } = zoneOf(zone);
  const last = toInstant(next);
  return begin === toInstant(first) && end === Math.min(last, Date.parse(madeAt)) && end >= begin;
}
