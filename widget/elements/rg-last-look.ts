import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { CaptureContext } from '#shared/wire/capture.ts';
import type { Draft } from '#widget/controllers/draft.ts';
import { isReady, type KeptFile } from '#widget/controllers/files.ts';
import type { PanelSession } from '#widget/controllers/panel-session.ts';
import { controlStyles } from '#widget/elements/controls.styles.ts';
import { lookRowStyles } from '#widget/elements/look-rows.styles.ts';
import { lookRows, type LookRow } from '#widget/form/look-rows.ts';
import { problemLine } from '#widget/form/field.ts';
import { ticketToSend } from '#widget/form/to-send.ts';
import { askedFields, fieldProblems } from '#widget/form/validate.ts';
import { clauseLink, type Ui } from '#widget/words.ts';
import { writingWords, type SayWriting } from '#widget/writing-words.ts';

/**
 * What will be sent, item by item, out of the very data that is sent.
 * @fires rg-draft - `detail` is what changes in the draft when something is taken out
 */
export class RgLastLook extends LitElement {
  static override styles = [
    controlStyles,
    lookRowStyles,
    css`
      .lines {
        white-space: pre-wrap;
      }
      .why {
        grid-column: 2 / -1;
      }
      .preview {
        padding: 0;
        overflow: hidden;
        border: 1px solid var(--rg-line);
        border-radius: var(--rg-corner);
        background: var(--rg-surface);
        color: inherit;
        text-align: start;
      }
      rg-picture {
        width: 96px;
        height: 60px;
      }
      .large {
        display: block;
      }
      .large .preview,
      .large rg-picture {
        width: 100%;
        height: auto;
      }
      .back {
        display: flex;
        justify-content: space-between;
        gap: 8px;
        margin-top: 6px;
        font-size: 12px;
      }
    `,
  ];

  @property({ attribute: false }) ui!: Ui;
  @property({ attribute: false }) session!: PanelSession;
  /** What the browser tells, as it is read. */
  @property({ attribute: false }) context: CaptureContext = {};

  /** Local id of the picture that is seen large. */
  @state() private large = '';

  #writing = writingWords(this, () => this.ui.words.locale);

  override render() {
    const { say } = this.#writing;
    if (!say) return nothing;
    const { ui } = this;
    const { draft, shelf } = this.session;
    const ticket = ticketToSend(ui.config.fields, draft, this.context, ui.words.locale);
    const fields = askedFields(ui.config.fields, draft.category);
    return html`<ul tabindex="-1">
        ${lookRows(ui, say, draft, ticket).map((row) => this.#row(say, row))}
        ${shelf.files.map((file) => this.#file(say, file))}
      </ul>
      <rg-along
        .words=${ui.words}
        .context=${ticket.context}
        @rg-withdraw=${({ detail }: CustomEvent<string>) =>
          this.#write({ withdrawn: [...draft.withdrawn, detail] })}
      ></rg-along>
      ${
        draft.withdrawn.length > 0
          ? html`<p class="back">
              <span>${say('look.withdrawn', { count: draft.withdrawn.length })}</span>
              <button type="button" class="link" @click=${() => this.#write({ withdrawn: [] })}>
                ${say('articles.restore')}
              </button>
            </p>`
          : nothing
      }
      ${fieldProblems(fields, draft.answers, shelf.files.length).map((problem) =>
        problemLine(ui, problem),
      )}`;
  }

  #row(say: SayWriting, { id, name, lines, without, clause, why }: LookRow): TemplateResult {
    const reason = clause ? clauseLink(this.ui, clause) : why;
    return html`<li data-item=${id}>
      <span class="note">${name}</span><span class="lines">${lines.join('\n')}</span>
      ${without ? this.#remove(say, name, () => this.#write(without)) : nothing}
      ${reason ? html`<span class="note why">${say('look.goes')} — ${reason}</span>` : nothing}
    </li>`;
  }

  #file(say: SayWriting, file: KeptFile): TemplateResult {
    const { localId, name, blob } = file;
    const large = this.large === localId;
    const turn = () => (this.large = large ? '' : localId);
    const size = new Intl.NumberFormat(this.ui.words.locale, {
      style: 'unit',
      unit: 'kilobyte',
      maximumFractionDigits: 0,
    }).format(Math.max(1, blob.size / 1000));
    return html`<li data-item="files.${name}" class=${large ? 'large' : ''}>
      ${
        blob.type.startsWith('image/')
          ? html`<button
              type="button"
              class="preview"
              aria-expanded=${large}
              aria-label=${say('look.show', { name })}
              @click=${turn}
            >
              <rg-picture .blob=${blob} label=${name} size="1600"></rg-picture>
            </button>`
          : html`<span class="note">${say('look.file')}</span>`
      }
      <span>${name}, ${isReady(file) ? size : say('file.coming')}</span>
      ${this.#remove(say, name, () => this.session.shelf.remove(localId))}
    </li>`;
  }

  #remove(say: SayWriting, name: string, act: () => void) {
    const label = say('along.remove', { item: name });
    const removed = () => {
      act();
      this.renderRoot.querySelector('ul')?.focus();
    };
    return html`<button
      type="button"
      class="icon-button"
      title=${label}
      aria-label=${label}
      @click=${removed}
    >
      <rg-icon name="close"></rg-icon>
    </button>`;
  }

  #write(detail: Partial<Draft>) {
    this.dispatchEvent(new CustomEvent('rg-draft', { detail, bubbles: true, composed: true }));
  }
}
