import { css, html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { civilDate } from '#shared/time.ts';
import type { Api } from '#widget/api/client.ts';
import { controlStyles } from '#widget/elements/controls.styles.ts';
import { problemSentence } from '#widget/problem-sentence.ts';
import { clauseLink, type Ui } from '#widget/words.ts';

/** That a consent was given, and the way to take it back. @fires rg-withdrawn - it was taken back */
export class RgConsented extends LitElement {
  static override styles = [
    controlStyles,
    css`
      :host {
        display: block;
        padding: 8px 16px;
        font-size: 12px;
        line-height: 16px;
      }
      .link {
        font-size: 13px;
        line-height: 18px;
      }
      .choose {
        margin-top: 8px;
        display: flex;
        flex-wrap: wrap;
        gap: 6px 14px;
      }
    `,
  ];

  @property({ attribute: false }) ui!: Ui;
  @property({ attribute: false }) read!: Api['read'];

  @state() private phase: 'idle' | 'asked' | 'sending' = 'idle';
  @state() private refusal = '';

  override render() {
    const { ui, phase } = this;
    const { t, locale } = ui.words;
    const { consent } = ui.config;
    if (!consent?.givenAt) return nothing;
    const date = civilDate(locale, consent.givenAt.slice(0, 10));
    return html`<p class="note">
        ${t('consent.given', { date, document: consent.document })} —
        ${clauseLink(ui, consent.clause)}
      </p>
      ${
        phase === 'idle'
          ? html`<button type="button" class="link" @click=${this.#ask}>
              ${t('consent.withdraw')}
            </button>`
          : html`<p id="what">${t('consent.withdrawNote')}</p>
              <p class="choose">
                <button
                  type="button"
                  class="button primary"
                  aria-describedby="what"
                  ?disabled=${phase === 'sending'}
                  @click=${this.#withdraw}
                >
                  ${t('consent.withdraw')}
                </button>
                <button type="button" class="quiet" @click=${() => (this.phase = 'idle')}>
                  ${t('consent.keep')}
                </button>
              </p>`
      }
      <div role="status">
        ${
          this.refusal
            ? html`<p class="error">
                <rg-icon name="alert"></rg-icon><span>${this.refusal}</span>
              </p>`
            : nothing
        }
      </div>`;
  }

  async #ask() {
    this.phase = 'asked';
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.choose button')?.focus();
  }

  /** What was taken back on another page already is taken back. */
  async #withdraw() {
    this.phase = 'sending';
    this.refusal = '';
    const answer = await this.read('consent/withdrawal', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{}',
    });
    this.phase = 'idle';
    if (answer.ok || answer.failure.code === 'consent.not_given')
      this.dispatchEvent(new CustomEvent('rg-withdrawn', { bubbles: true, composed: true }));
    else this.refusal = await problemSentence(this.ui.words.locale, answer.failure);
  }
}
