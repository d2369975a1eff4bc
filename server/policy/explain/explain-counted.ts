import type { Segment } from '#shared/wire/decision.ts';
import type { CountedSpan, ExplainedPause, SkippedDays } from '#shared/wire/explanation.ts';
import { type Interval, subtract, unite } from '#server/policy/time/intervals.ts';
import { type LocalDay, dateText, dayMs } from '#server/policy/time/local-date.ts';
import type { Zone } from '#server/policy/time/zone.ts';

const iso = (at: number): string => new Date(at).toISOString();
const interval = ({ from, to }: { from: string; to: string }): Interval => ({
  start: Date.parse(from),
  end: Date.parse(to),
});

/** The local day of an instant. */
export const dayAt = (zone: Zone, at: number): LocalDay => Math.floor(zone.toLocal(at) / dayMs);

/**
 * Open time that was counted, days in a row with the same hours as one span. Nothing is left out and
 * nothing stands twice, so the spans add up to what the segments hold outside the pauses.
 */
export function spansOf(
  zone: Zone,
  segments: readonly Segment[],
  pauses: readonly ExplainedPause[],
): CountedSpan[] {
  const open = unite(segments.filter(({ kind }) => kind === 'open').map(interval));
  const days: { day: LocalDay; openings: Interval[] }[] = [];
  for (const opening of subtract(open, unite(pauses.map(interval)))) {
    const day = dayAt(zone, opening.start);
    const last = days.at(-1);
    if (last?.day === day) last.openings.push(opening);
    else days.push({ day, openings: [opening] });
  }

  const runs: (typeof days)[] = [];
  for (const one of days) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    const same = before?.day === one.day - 1 && hoursText(zone, before) === hoursText(zone, one);
    if (run && same) run.push(one);
    else runs.push([one]);
  }
  return runs.map((run) => ({
    firstDay: dateText(run[0]?.day ?? 0),
    lastDay: dateText(run.at(-1)?.day ?? 0),
    days: run.length,
    openings: (run[0]?.openings ?? []).map(({ start, end }) => ({
      from: iso(start),
      to: iso(end),
    })),
    workingMs: run
      .flatMap(({ openings }) => openings)
      .reduce((sum, { start, end }) => sum + end - start, 0),
  }));
}

/** The wall clock of a day's openings, to the millisecond: what makes two days alike. */
const hoursText = (zone: Zone, { day, openings }: { day: LocalDay; openings: Interval[] }) =>
  openings
    .flatMap(({ start, end }) => [start, end])
    .map((at) => zone.toLocal(at) - day * dayMs)
    .join();

/** Whole days that were passed over, those in a row for one reason together; a night is none. */
export function skippedOf(zone: Zone, segments: readonly Segment[]): SkippedDays[] {
  const runs: SkippedDays[] = [];
  let last: LocalDay | undefined;
  for (const { from, kind, reason, name } of segments) {
    if (kind === 'open' || !reason || reason === 'outside_hours') continue;
    const day = dayAt(zone, Date.parse(from));
    if (day === last) continue;
    const run = runs.at(-1);
    const date = dateText(day);
    const same = last === day - 1 && run?.reason === reason && run.name?.en === name?.en;
    if (run && same) runs[runs.length - 1] = { ...run, lastDay: date, days: run.days + 1 };
    else runs.push({ firstDay: date, lastDay: date, days: 1, reason, ...(name ? { name } : {}) });
    last = day;
  }
  return runs;
}

/**
 * The working days that a term of days counts, in order: `count` of them after the day of receipt,
 * or from the day of the next opening where the term counts that one as its first.
 */
export function workingDaysOf(
  zone: Zone,
  segments: readonly Segment[],
  { after, dueAt, count }: { after: LocalDay; dueAt: number; count: number },
): string[] {
  const off = new Set<LocalDay>();
  const touched = new Set([dayAt(zone, dueAt)]);
  for (const { from, to, kind, reason } of segments) {
    const first = dayAt(zone, Date.parse(from));
    if (kind === 'closed' && reason !== 'outside_hours') off.add(first);
    for (let day = first; day <= dayAt(zone, Date.parse(to) - 1); day += 1) touched.add(day);
  }
  return [...touched]
    .filter((day) => day > after && !off.has(day))
    .sort((a, b) => a - b)
    .slice(0, count)
    .map(dateText);
}
