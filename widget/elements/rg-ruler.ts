import { LitElement, html, nothing, svg } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Locale } from '#shared/vocabulary.ts';
import type { Segment } from '#shared/wire/decision.ts';
import { afterFrame } from '#widget/elements/after-frame.ts';
import { rulerStyles } from '#widget/elements/rg-ruler.styles.ts';
import { rulerLabels, rulerShape } from '#widget/elements/ruler-shape.ts';

const percent = (share: number) => `${Math.round(share * 10_000) / 100}%`;

/**
 * The working-time ruler: hatch is closed, bar is working time, ring is now, flag is due.
 * Instants are epoch milliseconds, except in `segments`, which stand as the wire carries them.
 */
export class RgRuler extends LitElement {
  static override styles = rulerStyles;

  @property({ attribute: false }) segments: readonly Segment[] = [];
  @property({ type: Number }) now = 0;
  @property({ type: Number }) dueAt = 0;
  @property() locale: Locale = 'ru';
  @property() timezone = 'UTC';
  /** Word under the ring while the clock has just started. */
  @property() nowLabel = '';
  /** The whole sentence, for those who cannot see the drawing. */
  @property() label = '';

  @state() private widthPx = 366;
  @state() private drawn = false;

  #watch = new ResizeObserver(([entry]) => {
    if (entry && entry.contentRect.width > 0) this.widthPx = entry.contentRect.width;
  });

  override connectedCallback() {
    super.connectedCallback();
    this.#watch.observe(this);
    afterFrame(() => (this.drawn = true));
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#watch.disconnect();
  }

  override render() {
    if (!this.drawn) return nothing;
    const segments = this.segments.map(({ from, to, kind }) => ({
      from: Date.parse(from),
      to: Date.parse(to),
      kind,
    }));
    const shape = rulerShape(segments, this.now, this.dueAt);
    const spacingPx = parseFloat(getComputedStyle(this).letterSpacing) || 0;
    const ring = Math.min(Math.max(shape.now, 6 / this.widthPx), 1 - 6 / this.widthPx);
    return html`<svg role="img" aria-label=${this.label}>
      <defs>
        <pattern id="hatch" width="5" height="6" patternUnits="userSpaceOnUse">
          <path class="hatch" d="M0.5 6 4.5 0" />
        </pattern>
      </defs>
      ${shape.parts.map(
        ({ kind, state: progress, from, to }) =>
          svg`<rect class="${progress} ${kind}" x=${percent(from)} y="5" width=${percent(to - from)}
            height="6" rx=${kind === 'open' ? 2 : 0} fill=${kind === 'closed' ? 'url(#hatch)' : ''} />`,
      )}
      <svg x=${percent(shape.due)} overflow="visible">
        <path class="due" d="M-2 0h2v16h-2zM-2 1v7l-7-3.5z" />
      </svg>
      <circle class="now" cx=${percent(ring)} cy="8" r="5" />
      ${rulerLabels(segments, shape, this, this.widthPx, spacingPx).map(
        ({ at, text, anchor, strong }) =>
          svg`<text class=${strong ? 'strong' : ''} x=${percent(at)} y="27" text-anchor=${anchor}>${text}</text>`,
      )}
    </svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-ruler': RgRuler;
  }
}
