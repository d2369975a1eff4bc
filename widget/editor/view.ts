import { between, both, onTheWay, plus, type Size, type Spot } from '#widget/editor/mark.ts';

/** How a picture lies on the stage: stage pixels a picture pixel, and where its corner is. */
export interface View extends Spot {
  readonly scale: number;
}

/** One that nothing is known of yet. */
export const anyView: View = { scale: 1, x: 0, y: 0 };

const mostScale = 8;
const margin = 16;
/** A long picture that would be shown as a thread starts larger, at its beginning. */
const leastReadable = 0.25;
const threadRatio = 4;

/** The scale at which all of a picture is seen; a small one is not blown up. */
export function fitScale(picture: Size, stage: Size): number {
  const { x, y } = both((axis) => Math.max(1, stage[axis] - 2 * margin) / picture[axis]);
  return Math.min(1, x, y);
}

/** A way to lay a picture on the stage anew. */
export type Look = (view: View, picture: Size, stage: Size) => View;

/** A side that fits is in the middle; one that does not covers the stage up to its margin. */
const settled: Look = (view, picture, stage) => ({
  scale: view.scale,
  ...both((axis) => {
    const free = stage[axis] - picture[axis] * view.scale;
    return free < 2 * margin ? between(view[axis], free - margin, margin) : free / 2;
  }),
});

/** How a picture is shown first, and again when the window changes. */
export const firstView: Look = (_view, picture, stage) => {
  const whole = fitScale(picture, stage);
  const { x, y } = both((axis) => stage[axis] / picture[axis]);
  const widest = Math.max(x, y);
  const isThread = whole < leastReadable && widest > threadRatio * Math.min(x, y);
  const scale = isThread ? Math.min(1, widest * 0.9) : whole;
  return settled({ ...anyView, scale }, picture, stage);
};

/** Larger or smaller by a factor with one place of the stage kept where it is, by default its middle. */
export const zoomed =
  (factor: number, at?: Spot): Look =>
  (view, picture, stage) => {
    const least = Math.min(fitScale(picture, stage), view.scale);
    const scale = between(view.scale * factor, least, mostScale);
    return settled(
      { scale, ...onTheWay(at ?? plus(stage, stage, -0.5), view, scale / view.scale) },
      picture,
      stage,
    );
  };

export const panned =
  (by: Spot): Look =>
  (view, picture, stage) =>
    settled({ ...view, ...plus(view, by) }, picture, stage);

/** Moved as little as it needs to show one place of the picture. */
export const showing =
  (spot: Spot): Look =>
  (view, picture, stage) => {
    const at = toStage(view, spot);
    const by = both((axis) => between(0, margin - at[axis], stage[axis] - margin - at[axis]));
    return panned(by)(view, picture, stage);
  };

export const toPicture = (view: View, at: Spot): Spot =>
  both((axis) => (at[axis] - view[axis]) / view.scale);

export const toStage = (view: View, spot: Spot): Spot => plus(view, spot, view.scale);
