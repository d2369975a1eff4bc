import { html } from 'hono/html';
import { sameDay, timeOfDay, weekdayAndTime } from '#shared/time.ts';
import type { Segment } from '#shared/wire/decision.ts';
import { type DrawingLabel, labelRow, percent } from '#server/features/policy-page/drawing.ts';
import type { PageWords } from '#server/features/policy-page/page-words.ts';
import type { Html } from '#server/features/policy-page/parts.ts';

/** A stretch on the ruler: instants, and the share of the length where it begins and ends. */
interface Run {
  readonly kind: Segment['kind'];
  readonly from: number;
  readonly to: number;
  readonly startsAt: number;
  readonly endsAt: number;
}

const hourMs = 3_600_000;
const mostClosedShare = 0.55;
const widths = { wide: 670, narrow: 256 };

/**
 * The working-time ruler from now to the due instant: open time to scale, closed time shortened.
 *
 * @param now epoch milliseconds
 */
export function ruler(
  words: PageWords,
  zone: string,
  now: number,
  promise: { readonly dueAt: string; readonly segments: readonly Segment[] },
): Html {
  const { locale, say } = words;
  const dueAt = Date.parse(promise.dueAt);
  const runs = scaled(merged(promise.segments));
  const moment = (at: number) => weekdayAndTime(locale, zone, at);
  const sentence = say('live.ruler', { start: moment(now), due: moment(dueAt) });
  return html`<svg class="ruler" role="img" aria-label="${sentence}">
    ${runs.map(
      ({ kind, startsAt, endsAt }) =>
        html`<rect
          class="${kind}"
          x="${percent(startsAt)}"
          y="5"
          width="${percent(endsAt - startsAt)}"
          height="6"
          rx="${kind === 'open' ? 2 : 0}"
        />`,
    )}
    <svg x="100%" overflow="visible"><path class="due" d="M-2 0h2v16h-2zM-2 1v7l-7-3.5z" /></svg>
    <circle class="ring" cx="6" cy="8" r="5" />
    ${labelRow(labels(words, zone, now, dueAt, runs), 27, widths)}
  </svg>`;
}

/** The due instant first, then now, the first change and the later ones from the end. */
function labels(
  { locale, say }: PageWords,
  zone: string,
  now: number,
  dueAt: number,
  runs: readonly Run[],
): DrawingLabel[] {
  const moment = (at: number) => weekdayAndTime(locale, zone, at);
  const changes = runs.slice(1).map(({ kind, from, startsAt }, index): DrawingLabel => {
    const closesSameDay = kind === 'closed' && sameDay(zone, runs[index]?.from ?? 0, from);
    const text = closesSameDay ? timeOfDay(zone, from) : moment(from);
    return { at: startsAt, text, anchor: 'middle' };
  });
  return [
    { at: 1, text: moment(dueAt), anchor: 'end', strong: true },
    { at: 0, text: say('live.now', { moment: moment(now) }), anchor: 'start' },
    ...changes.slice(0, 1),
    ...changes.slice(1).reverse(),
  ];
}

/** Neighbours of one kind become one: closed time arrives split at midnights. */
function merged(segments: readonly Segment[]): Pick<Run, 'kind' | 'from' | 'to'>[] {
  const runs: Pick<Run, 'kind' | 'from' | 'to'>[] = [];
  for (const { kind, ...ends } of segments) {
    const [from, to] = [Date.parse(ends.from), Date.parse(ends.to)];
    const last = runs.at(-1);
    if (last?.kind === kind) runs[runs.length - 1] = { kind, from: last.from, to };
    else runs.push({ kind, from, to });
  }
  return runs;
}

function scaled(runs: readonly Pick<Run, 'kind' | 'from' | 'to'>[]): Run[] {
  const weights = runs.map(({ kind, from, to }) =>
    kind === 'open' ? to - from : Math.sqrt((to - from) / hourMs),
  );
  const sumOf = (kind: Segment['kind']) =>
    weights.reduce((sum, weight, index) => sum + (runs[index]?.kind === kind ? weight : 0), 0);
  const [open, closed] = [sumOf('open'), sumOf('closed')];
  const closedRuns = runs.filter(({ kind }) => kind === 'closed').length;
  const closedShare = open === 0 ? 1 : Math.min(mostClosedShare, 0.22 * closedRuns);
  let at = 0;
  return runs.map((run, index) => {
    const weight = weights[index] ?? 0;
    const share =
      run.kind === 'open' ? (weight / open) * (1 - closedShare) : (weight / closed) * closedShare;
    const startsAt = at;
    at += share;
    return { ...run, startsAt, endsAt: at };
  });
}
