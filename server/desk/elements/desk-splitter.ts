import { css, html, LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { clampQueueWidth, queueWidthLimits } from '#desk/preferences.ts';

const stepPx = 20;

/** The line between queue and ticket, moved by pointer or arrow keys. @fires desk-width - CSS pixels */
export class DeskSplitter extends LitElement {
  static override styles = css`
    :host {
      position: relative;
      background: var(--rg-line);
    }
    div {
      position: absolute;
      inset: 0 -4px;
      z-index: 1;
      cursor: col-resize;
      touch-action: none;
    }
    div:focus-visible,
    div:hover {
      outline: none;
      background: linear-gradient(var(--rg-accent), var(--rg-accent)) center / 2px 100% no-repeat;
    }
  `;

  @property() label = '';
  @property({ type: Number }) width: number = queueWidthLimits.usual;

  override render() {
    return html`<div
      role="separator"
      tabindex="0"
      aria-orientation="vertical"
      aria-label=${this.label}
      aria-valuenow=${this.width}
      aria-valuemin=${queueWidthLimits.least}
      aria-valuemax=${queueWidthLimits.most}
      @pointerdown=${this.#grab}
      @pointermove=${this.#drag}
      @keydown=${this.#step}
    ></div>`;
  }

  #grab(event: PointerEvent) {
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
  }

  #drag(event: PointerEvent) {
    const line = event.currentTarget as HTMLElement;
    if (!line.hasPointerCapture(event.pointerId)) return;
    this.#set(this.width + event.clientX - this.getBoundingClientRect().left);
  }

  #step(event: KeyboardEvent) {
    const step = event.code === 'ArrowRight' ? stepPx : event.code === 'ArrowLeft' ? -stepPx : 0;
    if (step === 0) return;
    event.preventDefault();
    this.#set(this.width + step);
  }

  #set(width: number) {
    const detail = clampQueueWidth(width);
    if (detail === this.width) return;
    this.dispatchEvent(new CustomEvent('desk-width', { detail, bubbles: true, composed: true }));
  }
}
