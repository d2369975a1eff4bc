import { LitElement, css, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { AttachmentView } from '#shared/wire/ticket.ts';
import type { Answer } from '#widget/api/answer.ts';
import { controlStyles } from '#widget/elements/controls.styles.ts';
import { saveFile } from '#widget/save-file.ts';
import type { Words } from '#widget/words.ts';

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
        border-radius: var(--rg-radius);
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
  @property({ attribute: false }) fetchFile!: (id: string) => Promise<Answer<Blob>>;
  @property({ type: Boolean, reflect: true }) large = false;

  @state() private blob: Blob | undefined;
  @state() private failed = false;

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
        @click=${this.#save}
      >
        <span><rg-icon name="paperclip"></rg-icon> ${name}</span>
      </button>`;
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
    const answer = await this.fetchFile(this.file.id);
    this.failed = !answer.ok;
    this.blob = answer.ok ? answer.value : undefined;
  }

  async #save() {
    await this.#load();
    if (this.blob) saveFile(this.blob, this.file.name);
  }
}
