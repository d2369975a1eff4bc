import { html } from 'lit';
import type { SaidOnce } from '#desk/sections/form-spec.ts';
import { icon } from '#desk/icons.ts';
import type { Words } from '#desk/text/words.ts';

/** What is said once, to be copied. */
export function saidOnce({ say }: Words, { note, value, copy }: SaidOnce) {
  const copied = async (event: Event) => {
    const answer = (event.currentTarget as HTMLElement).nextElementSibling;
    try {
      await navigator.clipboard.writeText(value);
    } catch {
      // Refused by the browser: it stands in the field and can be selected.
      return;
    }
    if (answer) answer.textContent = say('guest.copied');
  };
  return html`<p role="status">${note}</p>
    <input
      class="said-once"
      readonly
      aria-label=${copy}
      .value=${value}
      @focus=${(event: Event) => (event.target as HTMLInputElement).select()}
    />
    <button class="edged copy" type="button" @click=${copied}>${icon('copy')}${copy}</button>
    <p class="note" role="status"></p>`;
}
