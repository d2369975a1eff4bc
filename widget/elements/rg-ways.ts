import { LitElement, css, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Locale } from '#shared/vocabulary.ts';
import { vendorsSelectors } from '#widget/capture/capture-page.ts';
import { judgeFile } from '#widget/capture/judge-file.ts';
import { loadCaptureWords, type SayCapture } from '#widget/capture/capture-words.ts';
import { canShare, exactPicture } from '#widget/capture/exact-picture.ts';
import { madeOf, type Done } from '#widget/capture/made-of.ts';
import { lengthText } from '#widget/capture/recording-plan.ts';
import { dialogAround } from '#widget/elements/dialog-around.ts';
import { canRecord, filmTab } from '#widget/elements/film-tab.ts';
import { megabytesText } from '#widget/elements/rg-recording.ts';
import type { FileShelf } from '#widget/controllers/file-shelf.ts';
import type { FileLimits, KeptFile } from '#widget/controllers/files.ts';
import { controlStyles } from '#widget/elements/controls.styles.ts';

/** What the last press led to, said under the ways. */
type Told =
  | { readonly key: 'masked' | 'noShare' | 'notRecorded' }
  | { readonly key: 'recorded'; readonly time: string; readonly size: string };

/** Files may fall anywhere on the panel; text that is dragged goes its own way. */
const dragged = (event: DragEvent) => {
  if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
};

/**
 * The further ways to a picture or a film, as far as this browser has them, and what was done with files.
 * @fires rg-files - `detail` is the list of photos a person took, or of files dropped on the panel
 */
export class RgWays extends LitElement {
  static override styles = [
    controlStyles,
    css`
      :host {
        display: block;
      }
      div {
        display: flex;
        flex-wrap: wrap;
        gap: 2px 14px;
      }
      .link {
        display: inline-flex;
        align-items: center;
        min-height: 24px;
        font-size: 12px;
      }
      p {
        margin: 2px 0 0;
      }
      input {
        display: none;
      }
      @media (pointer: coarse) {
        .link {
          min-height: 44px;
        }
      }
    `,
  ];

  @property({ attribute: false }) locale: Locale = 'ru';
  @property({ attribute: false }) shelf!: FileShelf;
  @property({ attribute: false }) files: readonly KeptFile[] = [];
  @property({ attribute: false }) limits!: FileLimits;
  /** Names of files that a reload took. */
  @property({ attribute: false }) lost: readonly string[] = [];
  /** No picture of the page came about. */
  @property({ type: Boolean }) failed = false;

  #panel: HTMLDialogElement | undefined;

  @state() private say: SayCapture | undefined;
  @state() private told: Told | undefined;
  @state() private busy = false;

  override connectedCallback() {
    super.connectedCallback();
    this.#panel = dialogAround(this);
    this.#panel?.addEventListener('dragover', dragged);
    this.#panel?.addEventListener('drop', this.#dropped);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#panel?.removeEventListener('dragover', dragged);
    this.#panel?.removeEventListener('drop', this.#dropped);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>) {
    if (!changed.has('locale')) return;
    const { locale } = this;
    loadCaptureWords(locale).then(
      (say) => {
        if (locale === this.locale) this.say = say;
      },
      () => undefined,
    );
  }

  override render() {
    const { say } = this;
    if (!say) return nothing;
    const room = this.files.length < this.limits.attachments;
    const phone = matchMedia('(pointer: coarse)').matches;
    return html`<div>
        ${room && canShare() ? this.#way(say('exact'), () => this.#exact()) : nothing}
        ${
          room && canRecord(this.limits.attachmentBytes)
            ? this.#way(say('record'), () => this.#record(say))
            : nothing
        }
        ${room && phone ? this.#way(say('photo'), () => this.#camera?.click()) : nothing}
      </div>
      <input type="file" accept="image/*" capture="environment" @change=${this.#photographed} />
      ${this.failed ? this.#error(say('notTaken')) : nothing}
      ${this.lost.length > 0 ? this.#error(say('lost', { names: this.lost.join(', ') })) : nothing}
      ${this.#lines(say).map((line) => html`<p class="note" role="status">${line}</p>`)}`;
  }

  #error(text: string) {
    return html`<p class="error" role="alert">
      <rg-icon name="alert"></rg-icon><span>${text}</span>
    </p>`;
  }

  get #camera(): HTMLInputElement | null {
    return this.renderRoot.querySelector('input');
  }

  #way(label: string, go: () => unknown) {
    // a disabled button would lose the focus, which is wanted again afterwards
    return html`<button
      type="button"
      class="link"
      aria-disabled=${this.busy}
      @click=${() => this.busy || go()}
    >
      ${label}
    </button>`;
  }

  #lines(say: SayCapture): string[] {
    const { told, files, shelf } = this;
    const count = (how: Done) => files.filter(({ blob }) => madeOf(blob) === how).length;
    const heic = shelf.refused.some(({ name }) => /\.hei[cf]$/i.test(name));
    return [
      ...(told ? [say(told.key, { ...told })] : []),
      ...(['unmasked', 'smaller', 'cleaned'] as const)
        .filter((how) => count(how) > 0)
        .map((how) => say(how, { count: count(how) })),
      ...(heic ? [say('heic')] : []),
    ];
  }

  async #exact() {
    this.busy = true;
    this.told = undefined;
    try {
      const { files, limits, locale } = this;
      const name = `page-${files.length + 1}.png`;
      const taking = exactPicture(document, vendorsSelectors(document));
      const file = taking.then((taken) => taken && judgeFile({ ...taken, name }, limits, locale));
      void this.shelf.expect(name, file, limits.attachments);
      const picture = await taking;
      if (picture && picture.hidden > 0) this.told = { key: 'masked' };
    } catch {
      this.told = { key: 'noShare' };
    }
    this.busy = false;
  }

  async #record(say: SayCapture) {
    this.busy = true;
    this.told = undefined;
    const { locale, limits } = this;
    try {
      const film = await filmTab(this, say, locale, limits.attachmentBytes);
      if (film) {
        const { blob, elapsedMs } = film;
        const time = lengthText(elapsedMs);
        const ending = blob.type === 'video/mp4' ? 'mp4' : 'webm';
        const name = `screen-${time.replace(':', 'm')}s.${ending}`;
        const file = judgeFile({ name, blob }, limits, locale);
        void this.shelf.expect(name, Promise.resolve(file), limits.attachments);
        this.told = { key: 'recorded', time, size: megabytesText(blob.size, locale) };
      }
    } catch {
      this.told = { key: 'notRecorded' };
    }
    this.busy = false;
  }

  #photographed() {
    const camera = this.#camera;
    this.#give(camera?.files);
    if (camera) camera.value = '';
  }

  /** What falls beside the dashed field would take the place of the page. */
  #dropped = (event: DragEvent) => {
    const { dataTransfer } = event;
    if (event.defaultPrevented || !dataTransfer?.files.length) return;
    event.preventDefault();
    this.#give(dataTransfer.files);
  };

  #give(files: FileList | null | undefined) {
    const detail = [...(files ?? [])];
    this.dispatchEvent(new CustomEvent('rg-files', { detail, bubbles: true, composed: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-ways': RgWays;
  }
}
