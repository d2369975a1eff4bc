import type { Locale } from '#shared/vocabulary.ts';
import { sameDay, timeOfDay, weekdayAndTime } from '#shared/time.ts';

/** A stretch of time on the ruler; instants in epoch milliseconds. */
export interface RulerSegment {
  readonly from: number;
  readonly to: number;
  readonly kind: 'open' | 'closed';
}

export interface RulerPart {
  readonly kind: 'open' | 'closed';
  readonly state: 'counted' | 'ahead' | 'late';
  /** Shares of the ruler's length, 0 to 1. */
  readonly from: number;
  readonly to: number;
}

export interface RulerShape {
  readonly parts: readonly RulerPart[];
  readonly now: number;
  readonly due: number;
}

const hourMs = 3_600_000;

/** Neighbours of one kind become one: closed time arrives split at midnights. */
function merged(segments: readonly RulerSegment[]): RulerSegment[] {
  const runs: RulerSegment[] = [];
  for (const segment of segments) {
    const last = runs.at(-1);
    if (last?.kind === segment.kind && last.to === segment.from)
      runs[runs.length - 1] = { ...last, to: segment.to };
    else if (segment.to > segment.from) runs.push(segment);
  }
  return runs;
}

/** Open time to scale; closed time shortened, at most 55 % of the length in all. */
function weights(runs: readonly RulerSegment[]): number[] {
  const raw = runs.map(({ from, to, kind }) =>
    kind === 'open' ? to - from : Math.sqrt((to - from) / hourMs),
  );
  const sum = (kind: string) =>
    raw.reduce((total, weight, index) => total + (runs[index]?.kind === kind ? weight : 0), 0);
  const [open, closed] = [sum('open'), sum('closed')];
  const closedRuns = runs.filter(({ kind }) => kind === 'closed').length;
  const closedShare = open === 0 ? 1 : closed === 0 ? 0 : Math.min(0.55, 0.22 * closedRuns);
  return raw.map((weight, index) =>
    runs[index]?.kind === 'open'
      ? (weight / open) * (1 - closedShare)
      : (weight / closed) * closedShare,
  );
}

/** Share of the ruler that lies behind the due instant once it has passed. */
const lateShare = 0.2;

/** Where everything stands on the ruler. What lies behind `now` is counted, behind `due` is late. */
export function rulerShape(
  segments: readonly RulerSegment[],
  now: number,
  dueAt: number,
): RulerShape {
  const late = now > dueAt;
  const runs = merged(segments);
  const lengths = weights(runs);
  const scale = late ? 1 - lateShare : 1;
  const parts: RulerPart[] = [];
  let at = 0;
  let nowAt = late ? 1 : 0;
  runs.forEach(({ from, to, kind }, index) => {
    const length = (lengths[index] ?? 0) * scale;
    const behind = Math.min(1, Math.max(0, (now - from) / (to - from))) * length;
    if (!late && now >= from) nowAt = at + behind;
    if (behind > 0) parts.push({ kind, state: 'counted', from: at, to: at + behind });
    if (behind < length) parts.push({ kind, state: 'ahead', from: at + behind, to: at + length });
    at += length;
  });
  if (late) parts.push({ kind: 'open', state: 'late', from: scale, to: 1 });
  return { parts, now: nowAt, due: scale };
}

export interface RulerLabel {
  readonly at: number;
  readonly text: string;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly strong: boolean;
}

const characterPx = 6.1;
const strongCharacterPx = 7;
const gapPx = 8;

function span(
  { at, text, anchor, strong }: RulerLabel,
  widthPx: number,
  spacingPx: number,
): [number, number] {
  const length = text.length * ((strong ? strongCharacterPx : characterPx) + spacingPx);
  const x = at * widthPx;
  if (anchor === 'start') return [x, x + length];
  return anchor === 'end' ? [x - length, x] : [x - length / 2, x + length / 2];
}

/**
 * At most four labels: the start, an opening, a closing, the due instant; touching ones are dropped.
 * @param spacingPx what a reader has put between letters
 */
export function rulerLabels(
  segments: readonly RulerSegment[],
  shape: RulerShape,
  words: {
    readonly locale: Locale;
    readonly timezone: string;
    readonly now: number;
    readonly dueAt: number;
    readonly nowLabel: string;
  },
  widthPx: number,
  spacingPx: number,
): RulerLabel[] {
  const { locale, timezone: zone, now, dueAt } = words;
  const runs = merged(segments);
  const first = runs[0];
  if (!first) return [];
  const fresh = Math.abs(now - first.from) < 2 * 60_000;
  const start: RulerLabel = {
    at: 0,
    text: fresh ? words.nowLabel : weekdayAndTime(locale, zone, first.from),
    anchor: 'start',
    strong: false,
  };
  const due: RulerLabel = {
    at: shape.due,
    text: weekdayAndTime(locale, zone, dueAt),
    anchor: shape.due === 1 ? 'end' : 'middle',
    strong: true,
  };
  const ends = rulerShape(segments, first.from, Infinity);
  const edge = (index: number) => (ends.parts[index]?.from ?? 0) * shape.due;
  const between = runs.flatMap(({ from, kind }, index): RulerLabel[] => {
    if (index === 0) return [];
    const before = runs[index - 1];
    const text =
      kind === 'closed' && before && sameDay(zone, before.from, from)
        ? timeOfDay(zone, from)
        : weekdayAndTime(locale, zone, from);
    return [{ at: edge(index), text, anchor: 'middle', strong: false }];
  });
  const wanted = [due, start, ...between.slice(0, 1), ...between.slice(1).reverse()];
  const kept: RulerLabel[] = [];
  for (const label of wanted) {
    const [from, to] = span(label, widthPx, spacingPx);
    const free = kept.every((other) => {
      const [left, right] = span(other, widthPx, spacingPx);
      return to + gapPx <= left || right + gapPx <= from;
    });
    if (free && kept.length < 4 && from >= 0 && to <= widthPx + 1) kept.push(label);
  }
  return kept.toSorted((a, b) => a.at - b.at);
}
