import { onTheWay, plus, type Size, type Spot } from '#widget/editor/mark.ts';

/** How a picture lies on the stage: stage pixels a picture pixel, and where its corner is. */
export interface View extends Spot {
  readonly scale: number;
}

const mostScale = 8;
const margin = 16;
/** A long picture that would be shown as a thread starts larger, at its beginning. */
const leastReadable = 0.25;
const threadRatio = 4;

/** The scale at which all of a picture is seen; a small one is not blown up. */
export const fitScale = (picture: Size, stage: Size): number =>
  Math.min(
    1,
    Math.max(1, stage.width - 2 * margin) / picture.width,
    Math.max(1, stage.height - 2 * margin) / picture.height,
  );

/** A side that fits is in the middle; one that does not covers the stage up to its margin. */
function settledAlong(offset: number, length: number, room: number): number {
  if (length + 2 * margin <= room) return (room - length) / 2;
  return Math.max(room - length - margin, Math.min(margin, offset));
}

function settled({ scale, x, y }: View, picture: Size, stage: Size): View {
  return {
    scale,
    x: settledAlong(x, picture.width * scale, stage.width),
    y: settledAlong(y, picture.height * scale, stage.height),
  };
}

/** How a picture is shown first, and again when the window changes. */
export function firstView(picture: Size, stage: Size): View {
  const whole = fitScale(picture, stage);
  const sides = [stage.width / picture.width, stage.height / picture.height];
  const isThread = whole < leastReadable && Math.max(...sides) > threadRatio * Math.min(...sides);
  const scale = isThread ? Math.min(1, Math.max(...sides) * 0.9) : whole;
  return settled({ scale, x: 0, y: 0 }, picture, stage);
}

/** Larger or smaller by a factor with one place of the stage kept where it is. */
export function zoomed(view: View, factor: number, at: Spot, picture: Size, stage: Size): View {
  const least = Math.min(fitScale(picture, stage), view.scale);
  const scale = Math.max(least, Math.min(mostScale, view.scale * factor));
  const moved = { scale, ...onTheWay(at, view, scale / view.scale) };
  return settled(moved, picture, stage);
}

export const panned = (view: View, by: Spot, picture: Size, stage: Size): View =>
  settled({ ...view, ...plus(view, by) }, picture, stage);

/** The view moved as little as it needs to show one place of the picture. */
export function showing(view: View, spot: Spot, picture: Size, stage: Size): View {
  const at = toStage(view, spot);
  const off = (value: number, room: number) =>
    value < margin ? margin - value : Math.min(0, room - margin - value);
  return panned(view, { x: off(at.x, stage.width), y: off(at.y, stage.height) }, picture, stage);
}

export const toPicture = (view: View, at: Spot): Spot =>
  plus({ x: 0, y: 0 }, plus(at, view, -1), 1 / view.scale);

export const toStage = (view: View, spot: Spot): Spot => plus(view, spot, view.scale);
