import { LitElement, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { controlStyles } from '#widget/elements/controls.styles.ts';
import { drawMarks, textMark } from '#widget/editor/draw-marks.ts';
import { pictureKey } from '#widget/editor/editor-keys.ts';
import type { SayEditor } from '#widget/editor/editor-words.ts';
import { createGestures, type Gestures } from '#widget/editor/gestures.ts';
import type { Size, Spot } from '#widget/editor/mark.ts';
import type { OpenPicture } from '#widget/editor/open-picture.ts';
import { stageStyles } from '#widget/editor/rg-stage.styles.ts';
import { below, crosshair, hangAt, selectionFrame } from '#widget/editor/selection.ts';
import type { Sketch } from '#widget/editor/sketch.ts';
import {
  firstView,
  panned,
  showing,
  toPicture,
  toStage,
  zoomed,
  type View,
} from '#widget/editor/view.ts';

const reach = { fine: 8, coarse: 22 };
const wheelStep = 1.002;

/** The picture with its marks, as they will be burned in. @fires rg-change - the sketch has changed */
export class RgStage extends LitElement {
  static override styles = [controlStyles, stageStyles];

  @property({ attribute: false }) say!: SayEditor;
  @property({ attribute: false }) picture!: OpenPicture;
  @property({ attribute: false }) sketch!: Sketch;

  @state() private view: View | undefined;
  /** Where words are being written, and into which mark. */
  @state() private writing: { readonly spot: Spot; readonly index: number } | undefined;

  #observer = new ResizeObserver(() => this.#settle());
  #gestures = createGestures({
    down: (at, coarse) => this.#act(() => this.sketch.grab(this.#spot(at), this.#reach(coarse))),
    move: (at) => this.#act(() => this.sketch.pull(this.#spot(at))),
    up: (at, moved, coarse) =>
      this.#act(() => {
        const spot = this.#spot(at);
        if (this.sketch.drop(spot, moved, this.#reach(coarse))) this.#write(spot, -1);
      }),
    cancel: () => this.#act(() => this.sketch.letGo()),
    pinch: (by, factor, at) => {
      this.view = panned(this.#seen, by, this.picture, this.#size);
      this.zoom(factor, at);
    },
  });

  get canvas(): HTMLCanvasElement {
    return this.renderRoot.querySelector('canvas') as HTMLCanvasElement;
  }

  get #input(): HTMLInputElement | null {
    return this.renderRoot.querySelector('input');
  }

  /** Pixels of the picture and how large they are seen. */
  get measure(): string {
    const { width, height } = this.picture;
    return `${width} × ${height} · ${Math.round((this.view?.scale ?? 1) * 100)}%`;
  }

  get #seen(): View {
    return this.view ?? firstView(this.picture, this.#size);
  }

  get #size(): Size {
    return { width: this.clientWidth, height: this.clientHeight };
  }

  override focus() {
    this.renderRoot.querySelector('div')?.focus();
  }

  /** Larger or smaller around a place of the stage, by default its middle. */
  zoom(factor: number, at: Spot = { x: this.clientWidth / 2, y: this.clientHeight / 2 }): void {
    this.view = zoomed(this.#seen, factor, at, this.picture, this.#size);
    this.#changed();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#observer.disconnect();
  }

  protected override firstUpdated() {
    this.#observer.observe(this);
    this.#settle();
  }

  protected override updated() {
    const { canvas, picture, view, sketch } = this;
    const size = this.#size;
    const brush = canvas.getContext('2d', { willReadFrequently: true });
    brush?.clearRect(0, 0, picture.width, picture.height);
    brush?.drawImage(picture.pixels, 0, 0);
    if (brush) drawMarks(brush, sketch.marks, picture);
    if (!view) return;
    canvas.style.width = `${picture.width * view.scale}px`;
    canvas.style.height = `${picture.height * view.scale}px`;
    canvas.style.transform = `translate(${view.x}px, ${view.y}px)`;
    const mark = sketch.marks[sketch.selected];
    const button = this.renderRoot.querySelector('button');
    if (mark && button)
      hangAt(button, below(toStage(view, mark.from), toStage(view, mark.to)), size);
    if (this.#input && this.writing) hangAt(this.#input, toStage(view, this.writing.spot), size);
  }

  override render() {
    const { say, sketch, picture, view } = this;
    const selected = sketch.marks[sketch.selected];
    return html`<div
        class="stage"
        tabindex="0"
        role="application"
        aria-label=${say('stage', { count: sketch.marks.length })}
        aria-describedby="help"
        @keydown=${this.#key}
        @pointerdown=${this.#pointer}
        @pointermove=${this.#pointer}
        @pointerup=${this.#pointer}
        @pointercancel=${this.#pointer}
        @wheel=${{ handleEvent: (event: WheelEvent) => this.#wheel(event), passive: false }}
      >
        <canvas width=${picture.width} height=${picture.height}></canvas>
        <svg aria-hidden="true">
          ${view && selected ? selectionFrame(selected, view) : nothing}
          ${view && sketch.cross && !selected ? crosshair(sketch.cross, view) : nothing}
        </svg>
      </div>
      <p id="help" hidden>${say('help')}</p>
      ${
        selected && !this.writing
          ? html`<button type="button" class="button remove" @click=${this.#remove}>
              <rg-icon name="trash"></rg-icon>${say('remove')}
            </button>`
          : nothing
      }
      ${
        this.writing
          ? html`<input
              maxlength="120"
              autocomplete="off"
              aria-label=${say('words')}
              .value=${sketch.marks[this.writing.index]?.text ?? ''}
              @keydown=${this.#wrote}
              @blur=${() => this.#written(true)}
            />`
          : nothing
      }`;
  }

  #spot = (at: Spot): Spot => toPicture(this.#seen, at);

  #reach = (coarse: boolean) => (coarse ? reach.coarse : reach.fine) / this.#seen.scale;

  #at({ clientX, clientY }: MouseEvent): Spot {
    const { left, top } = this.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  }

  #pointer(event: PointerEvent) {
    const { type, button, pointerId, pointerType } = event;
    if (button > 0) return;
    if (type === 'pointerdown') (event.currentTarget as HTMLElement).setPointerCapture(pointerId);
    const act = type.slice('pointer'.length) as keyof Gestures;
    this.#gestures[act]({ pointerId, pointerType, at: this.#at(event) });
  }

  #wheel(event: WheelEvent) {
    event.preventDefault();
    const { ctrlKey, metaKey, deltaX, deltaY } = event;
    if (ctrlKey || metaKey) return this.zoom(wheelStep ** -deltaY, this.#at(event));
    this.view = panned(this.#seen, { x: -deltaX, y: -deltaY }, this.picture, this.#size);
  }

  #key(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { sketch } = this;
    const used = pictureKey(event, sketch);
    if (!used) return this.#changed();
    event.preventDefault();
    event.stopPropagation();
    const mark = sketch.marks[sketch.selected];
    const spot = mark?.from ?? sketch.cross;
    if (spot && this.view)
      this.view = showing(this.view, mark?.to ?? spot, this.picture, this.#size);
    if (used === 'words' && spot) this.#write(spot, sketch.selected);
    this.#changed();
  }

  #write(spot: Spot, index: number) {
    this.writing = { spot, index };
    void this.updateComplete.then(() => this.#input?.focus());
  }

  #wrote(event: KeyboardEvent) {
    const { key, isComposing } = event;
    if (key !== 'Escape' || isComposing) event.stopPropagation();
    if (isComposing || (key !== 'Enter' && key !== 'Escape')) return;
    event.preventDefault();
    event.stopPropagation();
    this.#written(key === 'Enter');
    this.focus();
  }

  #written(keep: boolean) {
    const { writing, sketch } = this;
    const text = this.#input?.value.trim() ?? '';
    this.writing = undefined;
    const brush = this.canvas.getContext('2d');
    if (!writing || !keep || !text || !brush) return;
    if (text === sketch.marks[writing.index]?.text) return;
    this.#act(() => sketch.place(textMark(brush, text, writing.spot, this.picture), writing.index));
  }

  #remove() {
    this.#act(() => this.sketch.remove());
    this.focus();
  }

  /** The whole picture again when the window has changed; not while a phone's keyboard is up. */
  #settle() {
    if (this.writing) return;
    this.view = firstView(this.picture, this.#size);
    this.#changed();
  }

  #act(act: () => void) {
    act();
    this.#changed();
  }

  #changed() {
    this.requestUpdate();
    this.dispatchEvent(new CustomEvent('rg-change'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-stage': RgStage;
  }
}
