import { LitElement, css, html } from 'lit';
import { property } from 'lit/decorators.js';

/** Still grey lines in the place of what is coming; they appear only after 200 ms. */
export class RgSkeleton extends LitElement {
  static override styles = css`
    :host {
      display: block;
      padding: 4px 16px;
      animation: appear 1ms 200ms both;
    }
    p {
      margin: 12px 0;
    }
    i {
      display: block;
      height: 12px;
      margin: 6px 0;
      border-radius: 4px;
      background: var(--rg-sunken);
    }
    i:last-child {
      width: 64%;
    }
    @keyframes appear {
      from {
        visibility: hidden;
      }
    }
  `;

  @property({ type: Number }) rows = 5;

  override render() {
    return Array.from({ length: this.rows }, () => html`<p><i></i><i></i></p>`);
  }
}
