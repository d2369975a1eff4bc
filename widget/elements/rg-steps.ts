import { LitElement, html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { controlStyles } from '#widget/elements/controls.styles.ts';
import { fieldStyles } from '#widget/elements/fields.styles.ts';
import { stepsStyles } from '#widget/elements/rg-steps.styles.ts';
import type { Words } from '#widget/words.ts';

/** Numbered steps, each editable, movable, removable. @fires rg-steps - `detail` is the new list */
export class RgSteps extends LitElement {
  static override styles = [controlStyles, fieldStyles, stepsStyles];

  @property({ attribute: false }) words!: Words;
  @property() label = '';
  /** Words beside the label: optional, asked for. */
  @property({ attribute: false }) mark: unknown;
  @property({ attribute: false }) steps: readonly string[] = [];

  override focus() {
    this.renderRoot.querySelector('input')?.focus();
  }

  override render() {
    const { t } = this.words;
    const rows = this.steps.length > 0 ? this.steps : [''];
    return html`<div class="head">
        <span class="label">${this.label}${this.mark}</span>
        <button type="button" class="link" @click=${() => this.#add(rows.length)}>
          ${t('form.addStep')}
        </button>
      </div>
      <ol>
        ${rows.map((text, index) => this.#row(rows, text, index))}
      </ol>`;
  }

  #row(rows: readonly string[], text: string, index: number): TemplateResult {
    const { t } = this.words;
    const n = index + 1;
    return html`<li>
      <span aria-hidden="true">${n}</span>
      <input
        maxlength="1000"
        aria-label=${t('form.step', { n })}
        placeholder=${index === 0 ? t('form.stepHint') : ''}
        .value=${text}
        @input=${(event: Event) =>
          this.#tell(rows.with(index, (event.target as HTMLInputElement).value))}
        @keydown=${(event: KeyboardEvent) => this.#key(event, rows, index)}
      />
      <button
        type="button"
        class="icon-button"
        title=${t('form.stepUp', { n })}
        aria-label=${t('form.stepUp', { n })}
        ?disabled=${index === 0}
        @click=${() => this.#swap(rows, index, index - 1)}
      >
        <rg-icon name="up"></rg-icon>
      </button>
      <button
        type="button"
        class="icon-button"
        title=${t('form.stepRemove', { n })}
        aria-label=${t('form.stepRemove', { n })}
        ?disabled=${rows.length === 1 && !text}
        @click=${() => this.#tell(rows.filter((_, other) => other !== index))}
      >
        <rg-icon name="trash"></rg-icon>
      </button>
    </li>`;
  }

  /** Enter adds a step below; Alt with an arrow moves the step. */
  #key(event: KeyboardEvent, rows: readonly string[], index: number) {
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && !event.isComposing) {
      event.preventDefault();
      this.#add(index + 1);
    } else if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      this.#swap(rows, index, index + (event.key === 'ArrowUp' ? -1 : 1));
    }
  }

  #add(at: number) {
    const rows = this.steps.length > 0 ? this.steps : [''];
    this.#tell(rows.toSpliced(at, 0, ''));
    this.#focus(at);
  }

  #swap(rows: readonly string[], from: number, to: number) {
    const [a, b] = [rows[from], rows[to]];
    if (a === undefined || b === undefined) return;
    this.#tell(rows.with(from, b).with(to, a));
    this.#focus(to);
  }

  async #focus(index: number) {
    await this.updateComplete;
    this.renderRoot.querySelectorAll('input')[index]?.focus();
  }

  #tell(steps: readonly string[]) {
    this.steps = steps;
    this.dispatchEvent(new CustomEvent('rg-steps', { detail: [...steps] }));
  }
}
