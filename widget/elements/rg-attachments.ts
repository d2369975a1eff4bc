import { LitElement, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { FileShelf } from '#widget/controllers/file-shelf.ts';
import { accepted, type FileLimits, type KeptFile } from '#widget/controllers/files.ts';
import type { PanelSession } from '#widget/controllers/panel-session.ts';
import { controlStyles } from '#widget/elements/controls.styles.ts';
import { fieldStyles } from '#widget/elements/fields.styles.ts';
import { attachmentStyles } from '#widget/elements/rg-attachments.styles.ts';
import type { Words } from '#widget/words.ts';

/**
 * Pictures and files: by picture of the page, paste, drop or choice.
 * @fires rg-files - `detail` is the list of files a person chose or dropped
 * @fires rg-capture - the person asked for a picture of the page
 * @fires rg-again - a file that the server did not take is to be sent once more
 */
export class RgAttachments extends LitElement {
  static override styles = [controlStyles, fieldStyles, attachmentStyles];

  @property({ attribute: false }) words!: Words;
  @property() label = '';
  @property({ attribute: false }) mark: unknown;
  @property({ attribute: false }) shelf!: FileShelf;
  @property({ attribute: false }) files: readonly KeptFile[] = [];
  @property({ attribute: false }) lost: readonly string[] = [];
  @property() capturing: PanelSession['capturing'] = 'no';
  @property({ attribute: false }) limits!: FileLimits;
  /** They are on their way: none is added meanwhile. */
  @property({ type: Boolean }) busy = false;

  /** Two quiet buttons without a label, for a reply. */
  @property({ type: Boolean, reflect: true }) compact = false;

  @state() private over = false;

  get #picker(): HTMLInputElement | null {
    return this.renderRoot.querySelector('input');
  }

  /** Tiles come with the first file; until then its name stands in its place. */
  protected override willUpdate() {
    if (this.files.length + this.shelf.refused.length > 0)
      import('#widget/tiles.ts').then(
        ({ defineTiles }) => defineTiles(),
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
        ${[...this.files, ...this.shelf.refused].map(
          (file) =>
            html`<rg-tile
              .words=${this.words}
              .file=${file}
              .shelf=${this.shelf}
              .limitBytes=${this.limits.attachmentBytes}
              >${file.name}</rg-tile
            >`,
        )}
        ${this.files.length < this.limits.attachments ? this.#add() : nothing}
      </div>
      <rg-ways
        ?inert=${this.busy}
        .locale=${this.words.locale}
        .shelf=${this.shelf}
        .files=${this.files}
        .limits=${this.limits}
        .lost=${this.lost}
        .failed=${this.capturing === 'failed'}
      ></rg-ways>
      <input type="file" multiple accept=${accepted} @change=${this.#chosen} />`;
  }

  #add() {
    const { t } = this.words;
    const running = this.capturing === 'running';
    return html`<div
      class="add ${this.files.length === 0 ? 'wide' : ''} ${this.over ? 'over' : ''}"
      title=${t('files.hint')}
      ?inert=${this.busy}
      @dragover=${this.#dragged}
      @dragleave=${() => (this.over = false)}
      @drop=${this.#dropped}
    >
      <button
        type="button"
        class="link"
        aria-disabled=${running}
        @click=${() => running || this.#tell('rg-capture')}
      >
        <rg-icon name="camera"></rg-icon>${t('files.capture')}
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
