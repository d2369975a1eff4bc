import { LitElement, css, html } from 'lit';
import { property } from 'lit/decorators.js';
import { formIcons } from '#widget/elements/form-icons.ts';
import type { IconName } from '#widget/elements/icons.ts';

/** One icon of the set, in the colour of its text. Silent for readers: the words stand beside it. */
export class RgIcon extends LitElement {
  static override styles = css`
    :host {
      display: inline-block;
      width: 16px;
      height: 16px;
      flex: none;
      vertical-align: -3px;
    }
    svg {
      display: block;
      width: 100%;
      height: 100%;
      fill: none;
      stroke: currentColor;
      stroke-width: 1.5;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
  `;

  /** Drawings by name; later screens add theirs. */
  static readonly paths: Partial<Record<IconName, string>> = { ...formIcons };

  @property() name: IconName = 'info';

  override render() {
    return html`<svg viewBox="0 0 16 16" aria-hidden="true">
      <path d=${RgIcon.paths[this.name] ?? ''} />
    </svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-icon': RgIcon;
  }
}
