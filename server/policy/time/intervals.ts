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
  let next = 0;
  for (const { start, end } of intervals) {
    let from = start;
    for (; ; next += 1) {
      const gap = gaps[next];
      if (!gap || gap.start >= end) break;
      if (from < gap.start) left.push({ start: from, end: gap.start });
      from = Math.max(from, gap.end);
      // the rest of a gap that is longer takes from the next stretch too
      if (gap.end > end) break;
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

/** The stretches that lie in both; both sorted as `unite` returns them. */
export function intersect(left: readonly Interval[], right: readonly Interval[]): Interval[] {
  const both: Interval[] = [];
  let [i, j] = [0, 0];
  for (;;) {
    const [a, b] = [left[i], right[j]];
    if (!a || !b) return both;
    const [start, end] = [Math.max(a.start, b.start), Math.min(a.end, b.end)];
    if (start < end) both.push({ start, end });
    if (a.end <= b.end) i += 1;
    else j += 1;
  }
}

/** Whether two of them share time; touching ones do not. */
export function overlap(intervals: readonly Interval[]): boolean {
  const sorted = intervals.toSorted((a, b) => a.start - b.start);
  return sorted.some(({ start }, index) => start < (sorted[index - 1]?.end ?? -Infinity));
}
