import { LitElement, css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { Submission } from '#widget/controllers/submission.ts';
import { controlStyles } from '#widget/elements/controls.styles.ts';
import type { Words } from '#widget/words.ts';
import { writingWords } from '#widget/writing-words.ts';

/** What a broken way means for a request or a reply: kept here, goes by itself; or why it was refused. */
export class RgOutage extends LitElement {
  static override styles = [
    controlStyles,
    css`
      div {
        display: flex;
        gap: 10px;
        padding: 10px 16px;
        border-top: 1px solid var(--rg-line);
        background: var(--rg-soon-bg);
      }
      rg-icon {
        margin-top: 1px;
        color: var(--rg-soon);
      }
      strong {
        display: block;
      }
      .refused {
        background: var(--rg-late-bg);
      }
      .refused rg-icon {
        color: var(--rg-late);
      }
      @media (forced-colors: active) {
        div {
          border: 1px solid;
        }
      }
    `,
  ];

  @property({ attribute: false }) words!: Words;
  @property({ attribute: false }) submission!: Submission<unknown>;
  /** False where nothing survives a reload. */
  @property({ type: Boolean }) durable = false;
  /** It is about a reply, which gets no number. */
  @property({ type: Boolean }) reply = false;
  /** Sentence of a refusal, in the reader's language. */
  @property() refusal = '';

  #writing = writingWords(this, () => this.words.locale);

  override render() {
    const { submission: state, refusal } = this;
    if (state.phase === 'refused' && refusal)
      return html`<div class="refused" role="alert">
        <rg-icon name="alert"></rg-icon>
        <p>${refusal}</p>
      </div>`;
    const reason =
      state.phase === 'waiting' || state.phase === 'sending' ? state.reason : undefined;
    if (!reason) return nothing;
    return html`<div role="status">
      <rg-icon name="offline"></rg-icon>
      <p>
        <strong>${this.#writing.say?.(`outage.${reason}`)}</strong>
        ${this.#writing.say?.(`outage.${this.durable ? (this.reply ? 'replyNote' : 'note') : 'memoryNote'}`)}
      </p>
    </div>`;
  }
}
