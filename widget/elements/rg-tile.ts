import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ApiFailure } from '#widget/api/answer.ts';
import type { FileShelf } from '#widget/controllers/file-shelf.ts';
import type { KeptFile } from '#widget/controllers/files.ts';
import { controlStyles } from '#widget/elements/controls.styles.ts';
import { forgetOriginal } from '#widget/editor/originals.ts';
import { tileStyles } from '#widget/elements/rg-tile.styles.ts';
import type { IconName } from '#widget/elements/icons.ts';
import { goOnNow } from '#widget/pause.ts';
import { problemSentence } from '#widget/problem-sentence.ts';
import type { Words } from '#widget/words.ts';
import { writingWords, type SayWriting } from '#widget/writing-words.ts';

/** What a file is no second sending changes. */
const isFinal = ({ code }: ApiFailure) =>
  code.startsWith('attachment.') || code === 'request.too_large';

/** One file on a shelf: what it shows, how far it is, and what can be done with it. @fires rg-again - it is to be sent once more */
export class RgTile extends LitElement {
  static override styles = [controlStyles, tileStyles];

  @property({ attribute: false }) words!: Words;
  @property({ attribute: false }) file!: KeptFile;
  @property({ attribute: false }) shelf!: FileShelf;
  /** What a file may weigh. */
  @property({ type: Number }) limitBytes = 0;

  #writing = writingWords(this, () => this.words.locale);

  @state() private editing: 'no' | 'opening' | 'failed' = 'no';
  /** Sentence of the server's refusal. */
  @state() private why = '';

  protected override willUpdate() {
    const { blob, progress, failure, refusal } = this.file;
    // once a picture goes, what it was made of is gone
    if (progress !== undefined) forgetOriginal(blob);
    this.toggleAttribute('wide', Boolean(failure ?? refusal));
    if (failure !== this.#failure) void this.#explain(failure);
  }

  #failure: KeptFile['failure'];

  async #explain(failure: KeptFile['failure']) {
    this.#failure = failure;
    const why = failure ? await problemSentence(this.words.locale, failure).catch(() => '') : '';
    if (failure === this.#failure) this.why = why;
  }

  override render() {
    const { say } = this.#writing;
    if (!say) return html`<p class="tile file"><slot></slot></p>`;
    const { name, blob, progress, failure, refusal, state: stands } = this.file;
    if (refusal) return this.#bad(say, say(refusal.key, refusal.slots));
    if (failure)
      return this.#bad(say, `${name}. ${this.why || say('files.failed')}`, !isFinal(failure));
    const picture = blob.type.startsWith('image/');
    const coming = stands === 'coming';
    const goes = stands !== undefined && !coming;
    const caption = this.#caption(say, picture);
    return html`<div class="tile ${goes || coming ? 'uploading' : ''}">
      ${
        picture
          ? html`<rg-picture .blob=${blob} label=${name}></rg-picture>`
          : html`<p class="file">${name}</p>`
      }
      ${caption ? html`<span class="caption">${caption}</span>` : nothing}
      ${goes && progress !== undefined ? html`<progress max="1" .value=${progress}></progress>` : nothing}
      <div class="acts">
        ${stands === 'paused' ? this.#act('retry', this.words.t('panel.retry'), goOnNow) : nothing}
        ${
          // also while it is marked up: the focus comes back to what opened the editor
          picture && !goes
            ? this.#act('pencil', say('files.edit', { name }), () => this.#edit())
            : nothing
        }
        ${goes ? nothing : this.#remove(say)}
      </div>
    </div>`;
  }

  /** It was not taken: why, and what can be done. */
  #bad(say: SayWriting, why: string, again = false): TemplateResult {
    const tell = () =>
      this.dispatchEvent(new CustomEvent('rg-again', { bubbles: true, composed: true }));
    return html`<div class="bad" role="alert">
      <rg-icon name="alert"></rg-icon>
      <span>${why}</span>
      ${
        again
          ? html`<button type="button" class="link" @click=${tell}>
              ${this.words.t('panel.retry')}
            </button>`
          : nothing
      }
      ${this.#remove(say)}
    </div>`;
  }

  #remove(say: SayWriting) {
    const { name, localId } = this.file;
    return this.#act('trash', say('files.remove', { name }), () => this.shelf.remove(localId));
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
    const { file, shelf, words, limitBytes, renderRoot } = this;
    // what is to be hidden lies in no store from the first stroke on
    const hides = () => {
      if (this.editing === 'opening' && this.file.state === undefined)
        shelf.change(file.localId, { state: 'coming' });
    };
    const change = await import('#widget/editor/edit-picture.ts')
      .then(({ editPicture }) => editPicture(renderRoot, file, words.locale, limitBytes, hides))
      .catch(() => 'failed' as const);
    this.editing = change === 'failed' ? 'failed' : 'no';
    shelf.change(file.localId, { state: undefined, ...(change !== 'failed' && change) });
  }

  #caption(say: SayWriting, picture: boolean): string {
    const { name, hidden, progress, state: stands } = this.file;
    if (this.editing === 'failed') return say('files.editFailed');
    if (stands && stands !== 'going') return say(`file.${stands}`);
    if (progress !== undefined)
      return say('files.uploading', { percent: Math.round(progress * 100) });
    if (hidden === undefined) return picture ? name : '';
    return hidden > 0 ? say('files.hidden', { count: hidden }) : say('files.picture');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-tile': RgTile;
  }
}
