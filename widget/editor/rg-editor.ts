import { LitElement, html, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import { dialogAround } from '#widget/elements/dialog-around.ts';
import { controlStyles } from '#widget/elements/controls.styles.ts';
import { sheetStyles } from '#widget/elements/sheet.styles.ts';
import { editorFooter } from '#widget/editor/editor-footer.ts';
import { editorKey } from '#widget/editor/editor-keys.ts';
import { editorTools, iconButton } from '#widget/editor/editor-tools.ts';
import type { SayEditor } from '#widget/editor/editor-words.ts';
import type { OpenPicture } from '#widget/editor/open-picture.ts';
import type { RgStage } from '#widget/editor/rg-stage.ts';
import { editorStyles } from '#widget/editor/rg-editor.styles.ts';
import { createSketch, type News, type Sketch } from '#widget/editor/sketch.ts';
import type { Mark } from '#widget/editor/mark.ts';

/** What the editor is opened with. */
export interface EditorTask {
  readonly say: SayEditor;
  /** Resolves to undefined where the file is no picture. */
  readonly picture: Promise<OpenPicture | undefined>;
  readonly marks: readonly Mark[];
  /** Boxes that were hidden before any pixel existed. */
  readonly masked: number;
  /** Makes the file out of the drawn pixels. @throws where it cannot be made small enough */
  readonly burn: (canvas: HTMLCanvasElement, marks: readonly Mark[]) => Promise<void>;
}

/** Hides and points in one picture, over the whole window and always dark. */
export class RgEditor extends LitElement {
  static override styles = [controlStyles, sheetStyles, editorStyles];

  @state() private task!: EditorTask;
  @state() private picture: OpenPicture | undefined;
  @state() private phase: 'opening' | 'drawing' | 'asking' | 'failed' | 'tooLarge' = 'opening';
  @state() private said = '';

  #sketch: Sketch | undefined;
  #closed = () => undefined as void;

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  get #stage(): RgStage | null {
    return this.renderRoot.querySelector('rg-stage');
  }

  /** Opens over everything; resolves when it is closed, however that came. */
  async edit(task: EditorTask): Promise<void> {
    this.task = task;
    await this.updateComplete;
    const closed = new Promise<void>((resolve) => (this.#closed = resolve));
    this.#dialog?.showModal();
    // a host may close the panel under it
    dialogAround(this)?.addEventListener('close', () => this.#dialog?.close(), { once: true });
    const picture = await task.picture;
    if (picture) this.#sketch = createSketch(picture, task.marks, (news) => this.#tell(news));
    this.picture = picture;
    this.phase = picture ? 'drawing' : 'failed';
    await this.updateComplete;
    this.#stage?.focus();
    return closed;
  }

  override render() {
    if (!this.task) return nothing;
    const { say } = this.task;
    return html`<dialog
      aria-label=${say('title')}
      @keydown=${this.#key}
      @paste=${(event: Event) => event.stopPropagation()}
      @cancel=${this.#cancelled}
      @close=${() => this.#closed()}
    >
      <div class="header">
        <h2>${say('title')}</h2>
        ${
          this.#sketch
            ? editorTools(say, this.#sketch, this.#stage, () => this.#refresh())
            : html`<span class="grow"></span>`
        }
        ${iconButton('close', say('close'), () => this.#leave())}
      </div>
      ${this.#middle()}
      <p class="unseen" role="status">${this.said}</p>
      ${editorFooter({
        task: this.task,
        picture: this.picture,
        sketch: this.#sketch,
        phase: this.phase,
        done: () => void this.#done(),
        leave: () => this.#leave(),
        close: () => this.#dialog?.close(),
        stay: () => void this.#stay(),
      })}
    </dialog>`;
  }

  #middle() {
    const { say } = this.task;
    if (this.phase === 'opening') return html`<rg-skeleton rows="5"></rg-skeleton>`;
    if (!this.picture) return nothing;
    return html`<rg-stage
      .say=${say}
      .picture=${this.picture}
      .sketch=${this.#sketch}
      @rg-change=${() => this.#refresh()}
    ></rg-stage>`;
  }

  #refresh() {
    this.requestUpdate();
    this.#stage?.requestUpdate();
  }

  #tell({ key, mark, slots }: News) {
    const { say } = this.task;
    this.said = say(key, { ...slots, mark: mark ? say(`tool.${mark}`) : '' });
  }

  #key(event: KeyboardEvent) {
    event.stopPropagation();
    if (event.key === 'Escape') {
      event.preventDefault();
      this.#escape();
    } else if (this.#sketch && this.phase !== 'asking' && editorKey(event, this.#sketch)) {
      event.preventDefault();
      this.#refresh();
    }
  }

  /** Escape ends the innermost thing: what is drawn, the selection, the question, the editor. */
  #escape() {
    const sketch = this.#sketch;
    if (this.phase === 'asking') return void this.#stay();
    if (sketch?.letGo()) return this.#refresh();
    if (sketch && sketch.selected >= 0) {
      sketch.select(-1);
      return this.#refresh();
    }
    this.#leave();
  }

  /** The way back of a phone. */
  #cancelled(event: Event) {
    event.preventDefault();
    this.#escape();
  }

  #leave() {
    if (!this.#sketch?.isChanged) return this.#dialog?.close();
    this.phase = 'asking';
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('footer .primary')?.focus(),
    );
  }

  async #stay() {
    this.phase = 'drawing';
    await this.updateComplete;
    this.#stage?.focus();
  }

  async #done() {
    const [canvas, sketch] = [this.#stage?.canvas, this.#sketch];
    if (!canvas || !sketch) return;
    sketch.letGo();
    this.#refresh();
    await this.#stage?.updateComplete;
    if (sketch.isChanged) {
      const burned = this.task.burn(canvas, sketch.marks);
      const fits = await burned.then(
        () => true,
        () => false,
      );
      if (!fits) return void (this.phase = 'tooLarge');
    }
    this.#dialog?.close();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-editor': RgEditor;
  }
}
