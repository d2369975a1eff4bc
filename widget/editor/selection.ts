import { handlesOf, handleSpot, type Spot } from '#widget/editor/mark.ts';
import type { Sketch } from '#widget/editor/sketch.ts';
import { anyView, toStage, type View } from '#widget/editor/view.ts';

/** Lines over the picture and never in it, as paths. */
export interface Guides {
  /** Around the selected mark, or the crosshair: where the next mark by keyboard begins or ends. */
  readonly line: string;
  /** Squares that the selected mark is taken by. */
  readonly handles: string;
}

/** What shows where the keyboard and the pointer would go on. */
export function guidesOf({ marks, selected, cross }: Sketch, view: View): Guides {
  const mark = marks[selected];
  if (!mark) {
    const { x, y } = toStage(view, cross ?? anyView);
    const line = cross ? `M${x - 14} ${y}h10m8 0h10M${x} ${y - 14}v10m0 8v10` : '';
    return { line, handles: '' };
  }
  const [a, b] = [toStage(view, mark.from), toStage(view, mark.to)];
  const squares = handlesOf(mark).map((handle) => {
    const { x, y } = toStage(view, handleSpot(mark, handle));
    return `M${x - 4} ${y - 4}h8v8h-8z`;
  });
  const line = mark.tool === 'arrow' ? '' : `M${a.x} ${a.y}H${b.x}V${b.y}H${a.x}z`;
  return { line, handles: squares.join('') };
}

const gap = 10;

/** The place under the area between two corners, at its left. */
export const below = (a: Spot, b: Spot): Spot => ({
  x: Math.min(a.x, b.x),
  y: Math.max(a.y, b.y) + gap,
});

/** Puts an element at a place of the stage, or as near as there is room for all of it. */
export function hangAt(element: HTMLElement, { x, y }: Spot): void {
  const along = (at: number, own: number) =>
    `clamp(${gap / 2}px,${at}px,100% - ${own + gap / 2}px)`;
  element.style.left = along(x, element.offsetWidth);
  element.style.top = along(y, element.offsetHeight);
}
