import { LitElement, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { clauseStyles } from '#widget/elements/rg-clause.styles.ts';

const marginPx = 12;

/** The clause that ends a sentence: a button that explains it in one sentence and links to the text. */
export class RgClause extends LitElement {
  static override styles = clauseStyles;

  /** As a reader says it: `п. 9`. */
  @property() label = '';
  @property() text = '';
  @property() href = '';
  /** Words of the link to the vendor's own text. */
  @property() linkLabel = '';

  override render() {
    return html`<button type="button" popovertarget="bubble" @click=${this.#place}>
        ${this.label}</button
      ><span id="bubble" popover @toggle=${this.#place}>
        <strong>${this.label}</strong>
        <p>${this.text}</p>
        ${
          this.href
            ? html`<a href=${this.href} target="_blank" rel="noreferrer">${this.linkLabel}</a>`
            : nothing
        }
      </span>`;
  }

  #place() {
    const bubble = this.renderRoot.querySelector<HTMLElement>('[popover]');
    const from = this.renderRoot.querySelector('button')?.getBoundingClientRect();
    if (!bubble || !from) return;
    const box = bubble.getBoundingClientRect();
    const left = Math.min(from.left, innerWidth - box.width - marginPx);
    const below = from.bottom + 6;
    const top = below + box.height > innerHeight - marginPx ? from.top - 6 - box.height : below;
    bubble.style.setProperty('left', `${Math.max(marginPx, left)}px`);
    bubble.style.setProperty('top', `${Math.max(marginPx, top)}px`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-clause': RgClause;
  }
}
