import { html } from 'hono/html';
import type { Html } from '#server/features/policy-page/parts.ts';

/** Words under a drawing. `at` is a share of its length, 0 to 1. */
export interface DrawingLabel {
  readonly at: number;
  readonly text: string;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly strong?: boolean;
}

/** A page without scripts cannot measure: labels are laid out for the two widths it can have, pixels. */
export interface Widths {
  readonly wide: number;
  readonly narrow: number;
}

const characterPx = 6.3;
const gapPx = 8;
const mostLabels = 4;

/** The labels, the most important first, without those that would touch one before them. */
function fitting(labels: readonly DrawingLabel[], widthPx: number): Set<DrawingLabel> {
  const kept: { readonly label: DrawingLabel; readonly from: number; readonly to: number }[] = [];
  for (const label of labels) {
    const length = label.text.length * characterPx;
    const x = label.at * widthPx;
    const from =
      label.anchor === 'start' ? x : label.anchor === 'end' ? x - length : x - length / 2;
    const to = from + length;
    const free = kept.every((other) => to + gapPx <= other.from || other.to + gapPx <= from);
    const inside = from >= -1 && to <= widthPx + 1;
    if (free && inside && kept.length < mostLabels) kept.push({ label, from, to });
  }
  return new Set(kept.map(({ label }) => label));
}

/** SVG texts in a row; a label that fits only one of the widths is shown only there. */
export function labelRow(labels: readonly DrawingLabel[], y: number, widths: Widths): Html[] {
  const [wide, narrow] = [fitting(labels, widths.wide), fitting(labels, widths.narrow)];
  return labels
    .filter((label) => wide.has(label) || narrow.has(label))
    .map((label) => {
      const shown = wide.has(label) ? (narrow.has(label) ? '' : ' when-wide') : ' when-narrow';
      const className = `label${label.strong ? ' strong' : ''}${shown}`;
      return html`<text
        class="${className}"
        x="${percent(label.at)}"
        y="${y}"
        text-anchor="${label.anchor}"
        >${label.text}</text
      >`;
    });
}

/** A share as SVG takes it. */
export const percent = (share: number): string => `${Math.round(share * 10_000) / 100}%`;

/** The hatch of closed time; drawn once a page, used by every drawing as `url(#hatch)`. */
export const hatch = (): Html =>
  html`<svg class="definitions" aria-hidden="true" focusable="false">
    <defs>
      <pattern id="hatch" width="5" height="6" patternUnits="userSpaceOnUse">
        <path class="hatch" d="M0.5 6 4.5 0" />
      </pattern>
    </defs>
  </svg>`;
