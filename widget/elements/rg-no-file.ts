import { LitElement, css, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { controlStyles } from '#widget/elements/controls.styles.ts';
import { fieldStyles } from '#widget/elements/fields.styles.ts';
import type { Words } from '#widget/words.ts';
import { writingWords } from '#widget/writing-words.ts';

/** A word why no file comes along, where the regulation asks for one. @fires rg-answer - `detail` is that word */
export class RgNoFile extends LitElement {
  static override styles = [
    controlStyles,
    fieldStyles,
    css`
      :host {
        display: block;
        margin-top: 4px;
      }
    `,
  ];

  @property({ attribute: false }) words!: Words;
  @property() value = '';

  @state() private open = false;

  #writing = writingWords(this, () => this.words.locale);

  override render() {
    const { say } = this.#writing;
    if (!say) return nothing;
    if (!this.open && !this.value)
      return html`<button type="button" class="link" @click=${this.#ask}>
        ${say('noFile.open')}
      </button>`;
    return html`<label class="label" for="why">${say('noFile.why')}</label>
      <input id="why" maxlength="1000" .value=${this.value} @input=${this.#typed} />`;
  }

  async #ask() {
    this.open = true;
    await this.updateComplete;
    this.renderRoot.querySelector('input')?.focus();
  }

  #typed(event: Event) {
    const { value } = event.target as HTMLInputElement;
    this.dispatchEvent(new CustomEvent('rg-answer', { detail: value }));
  }
}
