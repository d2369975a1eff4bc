import { html, type TemplateResult } from 'lit';
import { drawMarks, textMark } from '#widget/editor/draw-marks.ts';
import { pictureKey } from '#widget/editor/editor-keys.ts';
import type { SayEditor } from '#widget/editor/editor-words.ts';
import { createGestures, type Gestures } from '#widget/editor/gestures.ts';
import type { Spot } from '#widget/editor/mark.ts';
import type { OpenPicture } from '#widget/editor/open-picture.ts';
import { below, guidesOf, hangAt } from '#widget/editor/selection.ts';
import type { Sketch } from '#widget/editor/sketch.ts';
import {
  anyView,
  firstView,
  panned,
  showing,
  toPicture,
  toStage,
  zoomed,
  type Look,
} from '#widget/editor/view.ts';

const fineReach = 8;
const coarseReach = 22;
const wheelStep = 1.002;

/** The picture with its marks, as they will be burned in, and what hands do to it. */
export interface Stage {
  /** Pixels of the picture and how large they are seen. */
  readonly measure: string;
  template(): TemplateResult;
  /** Draws what is on the page by now. */
  draw(): void;
  /** Fits the picture in once it is on the page, and again when the window changes. */
  begin(): void;
  /** Larger or smaller around the middle of the stage. */
  zoom(factor: number): void;
  focus(): void;
}

/** @param changed shows it anew, and resolves when that is done */
export function createStage(
  say: SayEditor,
  { brush, pixels, size }: OpenPicture,
  sketch: Sketch,
  changed: () => Promise<unknown>,
): Stage {
  const { canvas } = brush;
  let view = anyView;
  /** Where words are being written, and into which mark. */
  let writing: { readonly spot: Spot; readonly index: number } | undefined;
  /** How far beside a mark still counts, in picture pixels: a finger is coarse. */
  let reach = 0;
  /** Where the stage was when a finger went down: what is under that stays so until it is lifted. */
  let held: DOMRect | undefined;

  const area = () => canvas.parentElement as HTMLElement;
  const hung = <Name extends 'button' | 'input'>(name: Name) =>
    area().parentElement?.querySelector<HTMLElementTagNameMap[Name]>(name);
  const focus = () => area().focus();
  const look = (by: Look) => {
    const { clientWidth, clientHeight } = area();
    view = by(view, size, { x: clientWidth, y: clientHeight });
    void changed();
  };
  /** The whole picture again; not while a phone's keyboard is up, and only after what is being drawn. */
  const fit = () => {
    if (held) area().addEventListener('lostpointercapture', fit, { once: true });
    else if (!writing) look(firstView);
  };
  const write = (spot: Spot, index: number) => {
    writing = { spot, index };
    void changed().then(() => hung('input')?.focus());
  };
  const written = (keep: boolean) => {
    const [into, text] = [writing, hung('input')?.value.trim()];
    writing = undefined;
    if (into && keep && text && text !== sketch.marks[into.index]?.text)
      sketch.place(textMark(brush, text, into.spot, size), into.index);
    void changed();
  };
  /** Where a pointer is on the stage. */
  const placeOf = ({ clientX, clientY }: MouseEvent): Spot => {
    const { left, top } = held ?? area().getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  };
  const then =
    <Said extends unknown[]>(act: (spot: Spot, ...said: Said) => void) =>
    (at: Spot, ...said: Said) => {
      act(toPicture(view, at), ...said);
      void changed();
    };
  const gestures = createGestures({
    down: then((spot) => sketch.grab(spot, reach)),
    move: then(sketch.pull),
    up: then((spot, moved: boolean) => {
      if (sketch.drop(spot, moved, reach)) write(spot, -1);
    }),
    cancel: () => {
      sketch.letGo();
      void changed();
    },
    pinch(by, factor, at) {
      look(panned(by));
      look(zoomed(factor, at));
    },
  });

  const pointer = (event: PointerEvent) => {
    const { type, button, pointerId, pointerType } = event;
    if (type === 'pointerdown') {
      if (button > 0) return;
      area().setPointerCapture(pointerId);
      held = area().getBoundingClientRect();
    }
    reach = (pointerType === 'touch' ? coarseReach : fineReach) / view.scale;
    gestures[type.slice('pointer'.length) as keyof Gestures](pointerId, placeOf(event));
  };
  const wheel = (event: WheelEvent) => {
    event.preventDefault();
    if (held) return;
    const { ctrlKey, metaKey, deltaX, deltaY } = event;
    if (ctrlKey || metaKey) look(zoomed(wheelStep ** -deltaY, placeOf(event)));
    else look(panned({ x: -deltaX, y: -deltaY }));
  };
  const key = (event: KeyboardEvent) => {
    if (held || event.ctrlKey || event.metaKey || event.altKey) return;
    const used = pictureKey(event, sketch);
    if (used) {
      event.preventDefault();
      const mark = sketch.marks[sketch.selected];
      const spot = mark?.from ?? sketch.cross;
      if (spot) look(showing(mark?.to ?? spot));
      if (used === 'words' && spot) write(spot, sketch.selected);
    }
    void changed();
  };
  const wrote = (event: KeyboardEvent) => {
    const { key, isComposing } = event;
    event.stopPropagation();
    if (isComposing || (key !== 'Enter' && key !== 'Escape')) return;
    event.preventDefault();
    written(key === 'Enter');
    focus();
  };
  const remove = () => {
    sketch.remove();
    void changed();
    focus();
  };

  return {
    get measure() {
      return `${size.x} × ${size.y} · ${Math.round(view.scale * 100)}%`;
    },
    template() {
      const { line, handles } = guidesOf(sketch, view);
      return html`<div class="stage">
        <div
          tabindex="0"
          role="application"
          aria-label=${say('stage', { count: sketch.marks.length })}
          aria-describedby="help"
          @keydown=${key}
          @pointerdown=${pointer}
          @pointermove=${pointer}
          @pointerup=${pointer}
          @pointercancel=${pointer}
          @lostpointercapture=${() => (held = undefined)}
          @wheel=${wheel}
        >
          ${canvas}
          <svg aria-hidden="true">
            <path d=${line} />
            <path class="handle" d=${handles} />
          </svg>
        </div>
        <p id="help" hidden>${say('help')}</p>
        ${
          writing
            ? html`<input
                maxlength="120"
                autocomplete="off"
                aria-label=${say('words')}
                .value=${sketch.marks[writing.index]?.text ?? ''}
                @keydown=${wrote}
                @blur=${() => written(true)}
              />`
            : sketch.selected < 0
              ? ''
              : html`<button type="button" class="button" @click=${remove}>
                  <rg-icon name="trash"></rg-icon>${say('remove')}
                </button>`
        }
      </div>`;
    },
    draw() {
      brush.clearRect(0, 0, size.x, size.y);
      brush.drawImage(pixels, 0, 0);
      drawMarks(brush, sketch.marks, size);
      const { style } = canvas;
      style.width = `${size.x * view.scale}px`;
      style.height = `${size.y * view.scale}px`;
      style.transform = `translate(${view.x}px,${view.y}px)`;
      const mark = sketch.marks[sketch.selected];
      const [button, input] = [hung('button'), hung('input')];
      if (button && mark) hangAt(button, below(toStage(view, mark.from), toStage(view, mark.to)));
      if (input && writing) hangAt(input, toStage(view, writing.spot));
    },
    begin() {
      fit();
      new ResizeObserver(fit).observe(area());
    },
    zoom: (factor) => look(zoomed(factor)),
    focus,
  };
}
