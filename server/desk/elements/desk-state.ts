import { css, html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { icon, type IconName } from '#desk/icons.ts';
import { base, controls } from '#desk/styles/base.styles.ts';

/** Empty, loading too long, failed: one fact, what holds, and one action at most. @fires desk-retry */
export class DeskState extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: block;
        padding: 24px 16px;
      }
      .state {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 2px 12px;
        max-width: 440px;
        margin: 0 auto;
      }
      .icon {
        grid-row: 1 / span 3;
        margin-top: 1px;
        color: var(--rg-text-3);
      }
      :host([tone='late']) .icon {
        color: var(--rg-late);
      }
      p {
        color: var(--rg-text-2);
      }
      .fact {
        color: var(--rg-text);
        font-weight: 600;
      }
      button {
        justify-self: start;
        margin: 6px 0 0 -10px;
      }
    `,
  ];

  @property() icon: IconName = 'inbox';
  @property() fact = '';
  @property() more = '';
  /** Words of the one action; none without them. */
  @property() action = '';
  @property({ reflect: true }) tone: 'quiet' | 'late' = 'quiet';

  override render() {
    const { action } = this;
    return html`<div class="state">
      ${icon(this.icon, 18)}
      <p class="fact">${this.fact}</p>
      ${this.more ? html`<p>${this.more}</p>` : nothing}
      ${
        action
          ? html`<button class="plain" type="button" @click=${this.#retry}>${action}</button>`
          : nothing
      }
      <slot></slot>
    </div>`;
  }

  #retry() {
    this.dispatchEvent(new CustomEvent('desk-retry', { bubbles: true, composed: true }));
  }
}
