import { css, html, LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { icon } from '#desk/icons.ts';
import { base } from '#desk/styles/base.styles.ts';
import type { ClockChip } from '#desk/text/clock-chip.ts';

/** One clock: colour and edge for the eye, icon and words for everybody. */
export class DeskClockChip extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: inline-flex;
      }
      .chip {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        height: 22px;
        padding: 0 8px;
        border: 1px solid transparent;
        border-radius: 6px;
        font-size: 13px;
        font-weight: 500;
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
      }
      .running {
        background: var(--rg-accent-soft);
        color: var(--rg-accent);
      }
      .soon {
        background: var(--rg-soon-bg);
        color: var(--rg-soon);
      }
      .late {
        background: var(--rg-late-bg);
        color: var(--rg-late);
      }
      .paused {
        background: var(--rg-paused-bg);
        color: var(--rg-paused);
      }
      .met {
        background: var(--rg-met-bg);
        color: var(--rg-met);
      }
      .estimate {
        border: 1px dashed var(--rg-field);
        color: var(--rg-text-2);
      }
      .none {
        background: var(--rg-sunken);
        color: var(--rg-text-2);
      }
      :host([on-soft]) .running,
      :host([on-soft]) .paused,
      :host([on-soft]) .none {
        background: var(--rg-surface);
      }
      @media (forced-colors: active) {
        .chip {
          border: 1px solid;
        }
      }
    `,
  ];

  @property({ attribute: false }) chip?: ClockChip;
  /** What the value is about, where the chip stands alone: `Первый ответ`. */
  @property() lead = '';

  override render() {
    const { chip } = this;
    if (!chip) return null;
    return html`<span class="chip ${chip.tone}" title=${chip.label}
      >${icon(chip.icon, 14)}<span aria-hidden="true"
        >${this.lead ? `${this.lead}, ${chip.text.charAt(0).toLocaleLowerCase()}${chip.text.slice(1)}` : chip.text}</span
      ><span class="unseen">${chip.label}</span></span
    >`;
  }
}
