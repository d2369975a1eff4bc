import { css, html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { controlStyles } from '#widget/elements/controls.styles.ts';
import { clauseLink, phrase, type Ui } from '#widget/words.ts';
import { writingWords } from '#widget/writing-words.ts';

/**
 * The consent to the use of personal data that the regulation asks for: a box that nobody has ticked before, or
 * a sentence. Nothing where it was given to this version before.
 * @fires rg-draft - `detail.consent` is the version that is agreed to, or undefined
 */
export class RgConsent extends LitElement {
  static override styles = [
    controlStyles,
    css`
      label {
        display: flex;
        align-items: start;
        gap: 8px;
      }
      input {
        flex: none;
        width: 18px;
        height: 18px;
        margin: 1px 0 0;
        accent-color: var(--rg-accent);
      }
      @media (pointer: coarse) {
        label {
          min-height: 44px;
        }
        input {
          width: 22px;
          height: 22px;
        }
      }
    `,
  ];

  @property({ attribute: false }) ui!: Ui;
  /** Version that was agreed to. */
  @property() given?: string | undefined;
  /** It was to be sent without. */
  @property({ type: Boolean }) asked = false;

  #writing = writingWords(this, () => this.ui.words.locale);

  override focus() {
    this.renderRoot.querySelector('input')?.focus();
  }

  /** A sentence is agreed to by sending; a tick for another version is none. */
  protected override updated() {
    const { consent } = this.ui.config;
    const sentence = consent && !consent.givenAt && consent.as === 'sentence';
    const agreed = sentence ? consent.version : this.given;
    const fits = agreed === consent?.version && !consent?.givenAt ? agreed : undefined;
    if (fits !== this.given) this.#tell(fits);
  }

  override render() {
    const { ui, given, asked } = this;
    const { consent } = ui.config;
    const { say } = this.#writing;
    if (!consent || consent.givenAt) return nothing;
    const link = html`<a class="link" href=${consent.href} target="_blank" rel="noreferrer"
      >${consent.document}</a
    >`;
    const said = html`${phrase(consent.text, { document: link })} —
    ${clauseLink(ui, consent.clause)}`;
    if (consent.as === 'sentence') return html`<p class="note">${said}</p>`;
    return html`<label
        ><input
          type="checkbox"
          aria-invalid=${String(asked)}
          aria-describedby=${asked ? 'problem' : nothing}
          .checked=${given === consent.version}
          @change=${this.#ticked}
        /><span>${said}</span></label
      >
      ${
        asked && say
          ? html`<p class="error" id="problem">
              <rg-icon name="alert"></rg-icon><span>${say('consent.needed')}</span>
            </p>`
          : nothing
      }`;
  }

  #ticked(event: Event) {
    const { checked } = event.target as HTMLInputElement;
    this.#tell(checked ? this.ui.config.consent?.version : undefined);
  }

  #tell(consent: string | undefined) {
    this.dispatchEvent(new CustomEvent('rg-draft', { detail: { consent } }));
  }
}
