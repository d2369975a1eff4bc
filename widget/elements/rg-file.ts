import { LitElement, css, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { AttachmentView } from '#shared/wire/ticket.ts';
import type { Api } from '#widget/api/client.ts';
import { controlStyles } from '#widget/elements/controls.styles.ts';
import { saveFile } from '#widget/save-file.ts';
import type { Words } from '#widget/words.ts';

/** How long the largest file may take on a slow way, milliseconds. */
const patienceMs = 600_000;

/** One received file: a picture shows itself, anything else is saved by a press. */
export class RgFile extends LitElement {
  static override styles = [
    controlStyles,
    css`
      :host {
        display: block;
      }
      button {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        max-width: 100%;
        padding: 0;
        border: 1px solid var(--rg-line);
        border-radius: var(--rg-corner);
        background: var(--rg-surface);
        color: var(--rg-text-2);
        font-size: 12px;
        overflow: hidden;
      }
      button > span {
        padding: 5px 8px;
      }
      rg-picture {
        width: 112px;
        height: 66px;
        background: var(--rg-canvas);
      }
      :host([large]) {
        flex-basis: 100%;
      }
      :host([large]) rg-picture {
        width: 100%;
        height: auto;
      }
    `,
  ];

  @property({ attribute: false }) words!: Words;
  @property({ attribute: false }) file!: AttachmentView;
  @property({ attribute: false }) fetchFile!: Api['file'];
  @property({ type: Boolean, reflect: true }) large = false;

  @state() private blob: Blob | undefined;
  @state() private failed = false;
  @state() private asking = false;
  /** A press led to nothing. */
  @state() private missed = false;

  get #picture() {
    return this.file.mediaType.startsWith('image/');
  }

  protected override firstUpdated() {
    if (this.#picture) void this.#load();
  }

  override render() {
    const { t } = this.words;
    const { name } = this.file;
    if (!this.#picture || this.failed)
      return html`<button
          type="button"
          title=${t('thread.download', { name })}
          aria-busy=${this.asking}
          @click=${this.#save}
        >
          <span><rg-icon name="paperclip"></rg-icon> ${name}</span>
        </button>
        <div role="status">
          ${
            this.missed
              ? html`<p class="error">
                  <rg-icon name="alert"></rg-icon><span>${t('thread.fileFailed')}</span>
                </p>`
              : nothing
          }
        </div>`;
    return html`<button
      type="button"
      aria-expanded=${this.large}
      aria-label=${t('thread.show', { name })}
      @click=${() => (this.large = !this.large)}
    >
      ${
        this.blob
          ? html`<rg-picture .blob=${this.blob} label=${name} size="1600"></rg-picture>`
          : nothing
      }
    </button>`;
  }

  async #load() {
    this.asking = true;
    const answer = await this.fetchFile(this.file.id, { signal: AbortSignal.timeout(patienceMs) });
    this.asking = false;
    this.failed = !answer.ok;
    this.blob = answer.ok ? answer.value : undefined;
  }

  async #save() {
    if (this.asking) return;
    this.missed = false;
    await this.#load();
    this.missed = this.failed;
    if (!this.blob) return;
    saveFile(this.blob, this.file.name);
    // a picture takes the place of what was pressed
    await this.updateComplete;
    this.renderRoot.querySelector('button')?.focus();
  }
}
