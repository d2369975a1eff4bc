import type { Zone } from '#server/policy/time/zone.ts';

/** `UTC+5`, `UTC+5:30`, `UTC−3`. @param at epoch milliseconds */
export function utcOffset(zone: Zone, at: number): string {
  const minutes = zone.offsetAt(at) / 60_000;
  const [hours, rest] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const tail = rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`;
  return `UTC${minutes < 0 ? '−' : '+'}${hours}${tail}`;
}
