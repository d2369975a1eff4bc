import { nothing, svg } from 'lit';
import { handlesOf, handleSpot, type Mark, type Size, type Spot } from '#widget/editor/mark.ts';
import { toStage, type View } from '#widget/editor/view.ts';

const handleSide = 8;

/** The frame and the handles of a selected mark, over the picture and never in it. */
export function selectionFrame(mark: Mark, view: View) {
  const [a, b] = [toStage(view, mark.from), toStage(view, mark.to)];
  const frame = svg`<rect class="frame" x=${a.x} y=${a.y} width=${b.x - a.x} height=${b.y - a.y} />`;
  const handles = handlesOf(mark).map((handle) => {
    const { x, y } = toStage(view, handleSpot(mark, handle));
    const [left, top] = [x - handleSide / 2, y - handleSide / 2];
    return svg`<rect class="handle" x=${left} y=${top} width=${handleSide} height=${handleSide} />`;
  });
  return svg`${mark.tool === 'arrow' ? nothing : frame}${handles}`;
}

/** Where the next mark by keyboard begins or ends. */
export function crosshair(spot: Spot, view: View) {
  const { x, y } = toStage(view, spot);
  const path = `M${x - 14} ${y}h10m8 0h10M${x} ${y - 14}v10m0 8v10`;
  return svg`<path class="edge" d=${path} /><path class="cross" d=${path} />`;
}

const gap = 10;

/** The place under the area between two corners, at its left. */
export const below = (a: Spot, b: Spot): Spot => ({
  x: Math.min(a.x, b.x),
  y: Math.max(a.y, b.y) + gap,
});

/** Puts an element at a place of the stage, or as near as there is room for all of it. */
export function hangAt(element: HTMLElement, { x, y }: Spot, { width, height }: Size): void {
  const along = (value: number, room: number) =>
    `${Math.max(gap / 2, Math.min(value, room - gap / 2))}px`;
  element.style.left = along(x, width - element.offsetWidth);
  element.style.top = along(y, height - element.offsetHeight);
}
