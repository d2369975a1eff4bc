import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { acceptedTypes, type FileRefusal, type KeptFile } from '#widget/controllers/files.ts';
import type { PanelSession } from '#widget/controllers/panel-session.ts';
import { controlStyles } from '#widget/elements/controls.styles.ts';
import { fieldStyles } from '#widget/elements/fields.styles.ts';
import { attachmentStyles } from '#widget/elements/rg-attachments.styles.ts';
import { registerTags } from '#widget/register-tags.ts';
import type { Words } from '#widget/words.ts';

/**
 * Pictures and files: by picture of the page, paste, drop or choice.
 * @fires rg-files - `detail` is the list of files a person chose or dropped
 * @fires rg-file-remove - `detail` is the local id
 * @fires rg-capture - the person asked for a picture of the page
 */
export class RgAttachments extends LitElement {
  static override styles = [controlStyles, fieldStyles, attachmentStyles];

  @property({ attribute: false }) words!: Words;
  @property() label = '';
  @property({ attribute: false }) mark: unknown;
  @property({ attribute: false }) files: readonly KeptFile[] = [];
  @property({ attribute: false }) refusal?: FileRefusal | undefined;
  @property({ attribute: false }) lost: readonly string[] = [];
  @property() capturing: PanelSession['capturing'] = 'no';
  @property({ type: Number }) most = 10;

  /** Two quiet buttons without a label, for a reply. */
  @property({ type: Boolean, reflect: true }) compact = false;

  @state() private over = false;

  get #picker(): HTMLInputElement | null {
    return this.renderRoot.querySelector('input');
  }

  /** Pictures are drawn by an element of their own, fetched with the first of them. */
  protected override willUpdate() {
    if (this.files.length > 0 && !customElements.get('rg-picture'))
      void import('#widget/elements/rg-picture.ts').then(
        ({ RgPicture }) => registerTags({ 'rg-picture': RgPicture }),
        () => undefined,
      );
  }

  override focus() {
    this.renderRoot.querySelector<HTMLElement>('.add button')?.focus();
  }

  override render() {
    const { t } = this.words;
    return html`${
        this.compact
          ? nothing
          : html`<span class="label">${this.label || t('files.label')}${this.mark}</span>`
      }
      <div class="tiles">
        ${this.files.map((file) => this.#tile(file))}
        ${this.files.length < this.most ? this.#add() : nothing}
      </div>
      <input type="file" multiple accept=${acceptedTypes.join()} @change=${this.#chosen} />
      ${this.refusal ? this.#error(t(this.refusal.key, this.refusal.slots)) : nothing}
      ${this.capturing === 'failed' ? this.#error(t('files.captureFailed')) : nothing}
      ${
        this.lost.length > 0
          ? this.#error(t('files.lost', { names: this.lost.join(', ') }))
          : nothing
      }`;
  }

  #error(text: string) {
    return html`<p class="error" role="alert">
      <rg-icon name="alert"></rg-icon><span>${text}</span>
    </p>`;
  }

  #tile(file: KeptFile): TemplateResult {
    const { t } = this.words;
    const { name, blob, hidden, progress, failed, localId } = file;
    const picture = blob.type.startsWith('image/');
    const going = progress !== undefined && !failed;
    const caption = failed
      ? t('files.failed')
      : going
        ? t('files.uploading', { percent: Math.round(progress * 100) })
        : hidden !== undefined
          ? hidden > 0
            ? t('files.hidden', { count: hidden })
            : t('files.picture')
          : picture
            ? name
            : '';
    return html`<div class="tile ${failed ? 'failed' : going ? 'uploading' : ''}">
      ${
        picture
          ? html`<rg-picture .blob=${blob} label=${name}></rg-picture>`
          : html`<p class="file">${name}</p>`
      }
      ${caption ? html`<span class="caption">${caption}</span>` : nothing}
      ${going ? html`<progress max="1" .value=${progress}></progress>` : nothing}
      <button
        type="button"
        class="icon-button"
        title=${t('files.remove', { name })}
        aria-label=${t('files.remove', { name })}
        @click=${() => this.#tell('rg-file-remove', localId)}
      >
        <rg-icon name="trash"></rg-icon>
      </button>
    </div>`;
  }

  #add() {
    const { t } = this.words;
    const running = this.capturing === 'running';
    return html`<div
      class="add ${this.files.length === 0 ? 'wide' : ''} ${this.over ? 'over' : ''}"
      title=${t('files.hint')}
      @dragover=${this.#dragged}
      @dragleave=${() => (this.over = false)}
      @drop=${this.#dropped}
    >
      <button
        type="button"
        class="link"
        ?disabled=${running}
        @click=${() => this.#tell('rg-capture')}
      >
        <rg-icon name="camera"></rg-icon>${t(running ? 'files.capturing' : 'files.capture')}
      </button>
      <button type="button" class="link" @click=${() => this.#picker?.click()}>
        <rg-icon name="paperclip"></rg-icon>${t('files.choose')}
      </button>
    </div>`;
  }

  #dragged(event: DragEvent) {
    event.preventDefault();
    this.over = true;
  }

  #dropped(event: DragEvent) {
    event.preventDefault();
    this.over = false;
    this.#tell('rg-files', [...(event.dataTransfer?.files ?? [])]);
  }

  #chosen() {
    const picker = this.#picker;
    this.#tell('rg-files', [...(picker?.files ?? [])]);
    if (picker) picker.value = '';
  }

  #tell(name: string, detail?: unknown) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}
