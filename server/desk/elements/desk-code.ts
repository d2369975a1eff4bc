import { css, html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { DeskApi } from '#desk/api/client.ts';
import { ticketHref } from '#desk/routes.ts';
import { base, controls } from '#desk/styles/base.styles.ts';
import { fieldStyles } from '#desk/styles/fields.styles.ts';
import type { Words } from '#desk/text/words.ts';

/** Takes a prepared request by the code of its message and goes to its ticket. */
export class DeskCode extends LitElement {
  static override styles = [
    base,
    controls,
    fieldStyles,
    css`
      form {
        display: grid;
        grid-template-columns: 1fr auto;
        align-items: end;
        gap: 8px;
        padding: 8px 16px 12px;
        border-bottom: 1px solid var(--rg-line);
      }
      input {
        text-transform: uppercase;
      }
      .error {
        grid-column: 1 / -1;
        color: var(--rg-late);
        font-size: 12px;
        line-height: 16px;
      }
    `,
  ];

  @property({ attribute: false }) words!: Words;
  @property({ attribute: false }) api!: DeskApi;
  @property() vendor = '';

  @state() private busy = false;
  @state() private refusal = '';

  override render() {
    const { say } = this.words;
    return html`<form @submit=${this.#take}>
      <label class="field"
        ><span>${say('arrival.code')}</span>
        <input
          name="code"
          required
          maxlength="40"
          autocomplete="off"
          spellcheck="false"
          aria-invalid=${this.refusal !== ''}
          aria-describedby="refusal"
      /></label>
      <button class="primary" ?disabled=${this.busy}>${say('arrival.take')}</button>
      <p class="error" id="refusal" role="alert">${this.refusal || nothing}</p>
    </form>`;
  }

  async #take(event: SubmitEvent) {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const code = String(new FormData(form).get('code'));
    const { vendor, words } = this;
    this.busy = true;
    const arrived = await this.api.arrive(vendor, code);
    this.busy = false;
    this.refusal = arrived.ok ? '' : words.problem(arrived.failure);
    if (!arrived.ok) return;
    form.reset();
    location.hash = ticketHref(vendor, arrived.value.id);
  }
}
