import type { BenchServer, Weight } from '#test/bench/widget/bench-server.ts';
import type { Fetched, Visit } from '#test/bench/widget/measure.ts';

/** The value below which a share of all lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

/** Bytes on the line of all that was fetched up to a step. */
export function weightUpTo(
  server: BenchServer,
  fetched: Fetched,
  last: keyof Fetched,
): Weight & { readonly files: number } {
  const steps = ['load', 'form', 'picture'] as const;
  const paths = new Set(steps.slice(0, steps.indexOf(last) + 1).flatMap((step) => fetched[step]));
  const sum = (kind: keyof Weight) =>
    [...paths].reduce((bytes, path) => bytes + (server.weights.get(path)?.[kind] ?? 0), 0);
  return { gzip: sum('gzip'), brotli: sum('brotli'), files: paths.size };
}

/** Of all visits to one way. */
export interface Figures {
  readonly scriptMs: Percentiles;
  readonly longTasks: number;
  readonly longestTask: number;
  readonly shift: number;
  readonly pressMs: Percentiles | undefined;
  readonly wholeMs: Percentiles | undefined;
}

type Percentiles = readonly [p50: number, p95: number];

const percentiles = (values: readonly number[]): Percentiles => [
  percentile(values, 0.5),
  percentile(values, 0.95),
];

const percentilesOfKnown = (values: readonly (number | undefined)[]): Percentiles | undefined => {
  const known = values.flatMap((value) => value ?? []);
  return known.length > 0 ? percentiles(known) : undefined;
};

export function figuresOf(visits: readonly Visit[]): Figures {
  const tasks = visits.flatMap(({ longTasks }) => longTasks);
  return {
    scriptMs: percentiles(visits.map(({ scriptMs }) => scriptMs)),
    longTasks: tasks.length / visits.length,
    longestTask: Math.max(0, ...tasks),
    shift: Math.max(...visits.map(({ shift }) => shift)),
    pressMs: percentilesOfKnown(visits.map(({ pressMs }) => pressMs)),
    wholeMs: percentilesOfKnown(visits.map(({ wholeMs }) => wholeMs)),
  };
}
