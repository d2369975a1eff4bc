/** A stretch of time, start inclusive and end exclusive. Milliseconds: instants or clock times. */
export interface Interval {
  readonly start: number;
  readonly end: number;
}

/** Sorted, without empty ones; overlapping and touching stretches become one. */
export function unite(intervals: readonly Interval[]): Interval[] {
  const united: Interval[] = [];
  const sorted = intervals.filter(({ start, end }) => start < end);
  sorted.sort((a, b) => a.start - b.start);
  for (const interval of sorted) {
    const last = united.at(-1);
    if (last && interval.start <= last.end) {
      united[united.length - 1] = { start: last.start, end: Math.max(last.end, interval.end) };
    } else {
      united.push(interval);
    }
  }
  return united;
}

/** What is left of `intervals` without `gaps`; both sorted as `unite` returns them. */
export function subtract(intervals: readonly Interval[], gaps: readonly Interval[]): Interval[] {
  if (gaps.length === 0) return [...intervals];
  const left: Interval[] = [];
  for (const { start, end } of intervals) {
    let from = start;
    for (const gap of gaps) {
      if (gap.end <= from) continue;
      if (gap.start >= end) break;
      if (from < gap.start) left.push({ start: from, end: gap.start });
      from = gap.end;
    }
    if (from < end) left.push({ start: from, end });
  }
  return left;
}

/** The parts of `intervals` within `[from, until)`. */
export function clip(intervals: readonly Interval[], from: number, until: number): Interval[] {
  return intervals
    .map(({ start, end }) => ({ start: Math.max(start, from), end: Math.min(end, until) }))
    .filter(({ start, end }) => start < end);
}
