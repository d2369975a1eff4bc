import { LitElement, css, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { TrailStep } from '#shared/wire/capture.ts';
import { controlStyles } from '#widget/elements/controls.styles.ts';
import { recordedSteps } from '#widget/form/step-sentence.ts';
import type { Words } from '#widget/words.ts';
import { writingWords } from '#widget/writing-words.ts';

/** Offers recorded actions as steps; nothing is taken by itself. @fires rg-steps - `detail` is the list that a person took */
export class RgRecordedSteps extends LitElement {
  static override styles = [
    controlStyles,
    css`
      p {
        font-size: 12px;
        line-height: 16px;
      }
    `,
  ];

  @property({ attribute: false }) words!: Words;
  @property({ attribute: false }) trail: readonly TrailStep[] = [];

  @state() private taken = false;

  #writing = writingWords(this, () => this.words.locale);

  override render() {
    const { say } = this.#writing;
    const steps = say ? recordedSteps(say, this.trail) : [];
    if (!say || (steps.length === 0 && !this.taken)) return nothing;
    return this.taken
      ? html`<p class="note" role="status">${say('steps.taken')}</p>`
      : html`<button type="button" class="link" @click=${() => this.#take(steps)}>
          ${say('steps.take')}
        </button>`;
  }

  #take(steps: readonly string[]) {
    this.taken = true;
    this.dispatchEvent(new CustomEvent('rg-steps', { detail: steps }));
  }
}
