import { LitElement, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { FileShelf } from '#widget/controllers/file-shelf.ts';
import type { KeptFile } from '#widget/controllers/files.ts';
import { controlStyles } from '#widget/elements/controls.styles.ts';
import { forgetOriginal } from '#widget/editor/originals.ts';
import { tileStyles } from '#widget/elements/rg-tile.styles.ts';
import type { IconName } from '#widget/elements/icons.ts';
import type { Words } from '#widget/words.ts';
import { writingWords } from '#widget/writing-words.ts';

/** One file on a shelf: what it shows, how far it is, and what can be done with it. */
export class RgTile extends LitElement {
  static override styles = [controlStyles, tileStyles];

  @property({ attribute: false }) words!: Words;
  @property({ attribute: false }) file!: KeptFile;
  @property({ attribute: false }) shelf!: FileShelf;
  /** What a file may weigh. */
  @property({ type: Number }) limitBytes = 0;

  #writing = writingWords(this, () => this.words.locale);

  @state() private editing: 'no' | 'opening' | 'failed' = 'no';

  /** Once a picture goes, what it was made of is gone. */
  protected override willUpdate() {
    if (this.file.progress !== undefined) forgetOriginal(this.file.blob);
  }

  override render() {
    const { t } = this.words;
    const { name, blob, progress, failed, localId } = this.file;
    const picture = blob.type.startsWith('image/');
    const going = progress !== undefined && !failed;
    const caption = this.#caption(picture);
    return html`<div class="tile ${failed ? 'failed' : going ? 'uploading' : ''}">
      ${
        picture
          ? html`<rg-picture .blob=${blob} label=${name}></rg-picture>`
          : html`<p class="file">${name}</p>`
      }
      ${caption ? html`<span class="caption">${caption}</span>` : nothing}
      ${going ? html`<progress max="1" .value=${progress}></progress>` : nothing}
      <div class="acts">
        ${picture && !going ? this.#act('pencil', t('files.edit', { name }), () => this.#edit()) : nothing}
        ${this.#act('trash', t('files.remove', { name }), () => this.shelf.remove(localId))}
      </div>
    </div>`;
  }

  #act(icon: IconName, label: string, act: () => void) {
    return html`<button
      type="button"
      class="icon-button"
      title=${label}
      aria-label=${label}
      @click=${act}
    >
      <rg-icon name=${icon}></rg-icon>
    </button>`;
  }

  async #edit() {
    if (this.editing === 'opening') return;
    this.editing = 'opening';
    const { file, words, limitBytes, renderRoot } = this;
    const change = await import('#widget/editor/edit-picture.ts')
      .then(({ editPicture }) => editPicture(renderRoot, file, words.locale, limitBytes))
      .catch(() => 'failed' as const);
    this.editing = change === 'failed' ? 'failed' : 'no';
    if (change && change !== 'failed') this.shelf.change(file.localId, change);
  }

  #caption(picture: boolean): string {
    const { t } = this.words;
    const { name, hidden, progress, failed, state: stands } = this.file;
    if (this.editing === 'failed') return t('files.editFailed');
    if (failed) return t('files.failed');
    const said = stands && stands !== 'going' && this.#writing.say?.(`file.${stands}`);
    if (said) return said;
    if (progress !== undefined)
      return t('files.uploading', { percent: Math.round(progress * 100) });
    if (hidden === undefined) return picture ? name : '';
    return hidden > 0 ? t('files.hidden', { count: hidden }) : t('files.picture');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-tile': RgTile;
  }
}
