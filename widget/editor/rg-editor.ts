import { LitElement, html } from 'lit';
import { dialogAround } from '#widget/elements/dialog-around.ts';
import { controlStyles } from '#widget/elements/controls.styles.ts';
import { sheetStyles } from '#widget/elements/sheet.styles.ts';
import { editorFooter, type Ending } from '#widget/editor/editor-footer.ts';
import { editorKey } from '#widget/editor/editor-keys.ts';
import { editorTools, iconButton } from '#widget/editor/editor-tools.ts';
import type { SayEditor } from '#widget/editor/editor-words.ts';
import type { Brush, OpenPicture } from '#widget/editor/open-picture.ts';
import { editorStyles } from '#widget/editor/rg-editor.styles.ts';
import { createSketch, type Sketch, type Tell } from '#widget/editor/sketch.ts';
import { createStage, type Stage } from '#widget/editor/stage.ts';
import { stageStyles } from '#widget/editor/stage.styles.ts';
import type { Mark } from '#widget/editor/mark.ts';

/** What the editor is opened with. */
export interface EditorTask {
  readonly say: SayEditor;
  /** Resolves to undefined where the file is no picture. */
  readonly picture: Promise<OpenPicture | undefined>;
  readonly marks: readonly Mark[];
  /** Boxes that were hidden before any pixel existed. */
  readonly masked: number;
  /** Told of every change. */
  readonly drawn: (marks: readonly Mark[]) => void;
  /** Makes the file out of the drawn pixels. @throws where it cannot be made small enough */
  readonly burn: (brush: Brush, marks: readonly Mark[]) => Promise<void>;
}

/**
 * Hides and points in one picture, over the whole window and always dark.
 * Its task is set once, before it is put on the page.
 */
export class RgEditor extends LitElement implements Ending {
  static override styles = [controlStyles, sheetStyles, editorStyles, stageStyles];

  task!: EditorTask;
  phase: Ending['phase'] = 'opening';
  picture: OpenPicture | undefined;
  sketch: Sketch | undefined;

  /** What happened last, for those who do not see it. */
  #said = '';
  #stage: Stage | undefined;

  get #dialog(): HTMLDialogElement {
    return this.renderRoot.querySelector('dialog') as HTMLDialogElement;
  }

  /** Opens over everything; resolves when it is closed, however that came. */
  async edit(): Promise<void> {
    const { task } = this;
    await this.updateComplete;
    const closed = new Promise<void>((resolve) =>
      this.#dialog.addEventListener('close', () => resolve()),
    );
    this.#dialog.showModal();
    // a page may close the panel under it, or put it elsewhere: what was hidden by then stays hidden
    const end = () => this.#dialog.open && this.done().finally(() => this.close());
    dialogAround(this)?.addEventListener('close', end, { once: true });
    const picture = (this.picture = await task.picture);
    if (picture) {
      this.sketch = createSketch(picture.size, task.marks, this.#tell);
      this.#stage = createStage(task.say, picture, this.sketch, () => this.#refresh());
    }
    await this.#enter(picture ? 'drawing' : 'failed');
    this.#stage?.begin();
    return closed;
  }

  override render() {
    const { say } = this.task;
    return html`<dialog
      aria-label=${say('title')}
      @keydown=${this.#key}
      @paste=${(event: Event) => event.stopPropagation()}
      @cancel=${this.#escape}
    >
      <div class="header" @click=${this.#refresh}>
        <h2>${say('title')}</h2>
        ${
          this.sketch && this.#stage
            ? editorTools(say, this.sketch, this.#stage)
            : html`<span class="grow"></span>`
        }
        ${iconButton('close', say('close'), () => this.leave())}
      </div>
      ${this.phase === 'opening' ? html`<rg-skeleton></rg-skeleton>` : this.#stage?.template()}
      <p class="unseen" role="status">${this.#said}</p>
      ${editorFooter(this)}
    </dialog>`;
  }

  protected override updated() {
    this.#stage?.draw();
    if (this.sketch?.isChanged) this.task.drawn(this.sketch.marks);
  }

  #refresh(): Promise<unknown> {
    this.requestUpdate();
    return this.updateComplete;
  }

  /** Shows another phase, and puts the focus on what it is about. */
  async #enter(phase: Ending['phase']) {
    this.phase = phase;
    await this.#refresh();
    if (phase === 'asking') this.renderRoot.querySelector<HTMLElement>('footer .primary')?.focus();
    if (phase === 'drawing') this.#stage?.focus();
  }

  #tell: Tell = (key, mark, slots) => {
    const { say } = this.task;
    const count = this.sketch?.marks.length ?? 0;
    this.#said = say(key, { count, ...slots, mark: mark ? say(`tool.${mark}`) : '' });
  };

  #key(event: KeyboardEvent) {
    event.stopPropagation();
    if (event.key === 'Escape') this.#escape(event);
    else if (this.sketch && this.phase !== 'asking' && editorKey(event, this.sketch)) {
      event.preventDefault();
      void this.#refresh();
    }
  }

  /** Escape, and the way back of a phone, end the innermost thing: what is drawn, the selection, the question, the editor. */
  #escape(event: Event) {
    event.preventDefault();
    const { sketch } = this;
    if (this.phase === 'asking') return this.stay();
    if (!sketch?.letGo()) {
      if (!sketch || sketch.selected < 0) return this.leave();
      sketch.select(-1);
    }
    void this.#refresh();
  }

  leave(): void {
    if (this.sketch?.isChanged) void this.#enter('asking');
    else this.close();
  }

  close(): void {
    this.#dialog.close();
  }

  stay(): void {
    void this.#enter('drawing');
  }

  async done(): Promise<void> {
    const { sketch, picture, task } = this;
    if (!sketch || !picture) return;
    sketch.end();
    await this.#refresh();
    try {
      if (sketch.isChanged) await task.burn(picture.brush, sketch.marks);
      this.close();
    } catch {
      void this.#enter('tooLarge');
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-editor': RgEditor;
  }
}
