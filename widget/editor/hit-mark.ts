import {
  distance,
  handlesOf,
  handleSpot,
  onTheWay,
  plus,
  type Handle,
  type Mark,
  type Spot,
} from '#widget/editor/mark.ts';

const bow = 0.12;

/** The place that an arrow bends towards, beside the middle of its way. */
export const bendOf = ({ from, to }: Mark): Spot =>
  plus(onTheWay(from, to), { x: to.y - from.y, y: from.x - to.x }, bow);

const steps = 32;

/** How far a place is from an arrow's line, by places along it. */
function fromArrow(mark: Mark, spot: Spot): number {
  const bend = bendOf(mark);
  const along = Array.from({ length: steps + 1 }, (_, step) => {
    const share = step / steps;
    const ends = [onTheWay(mark.from, bend, share), onTheWay(bend, mark.to, share)] as const;
    return distance(spot, onTheWay(...ends, share));
  });
  return Math.min(...along);
}

const within = ({ from, to }: Mark, spot: Spot, grown: number) =>
  (['x', 'y'] as const).every(
    (axis) => spot[axis] >= from[axis] - grown && spot[axis] <= to[axis] + grown,
  );

/** Whether a place touches a mark; `reach` is how far beside it still counts, in picture pixels. */
export function touches(mark: Mark, spot: Spot, reach: number): boolean {
  if (mark.tool === 'arrow') return fromArrow(mark, spot) <= reach;
  return within(mark, spot, reach) && !(mark.tool === 'box' && within(mark, spot, -reach));
}

/** Index of the uppermost mark at a place, or -1. */
export const hitMark = (marks: readonly Mark[], spot: Spot, reach: number): number =>
  marks.findLastIndex((mark) => touches(mark, spot, reach));

/** A handle of a mark within reach, the last one first: it makes a small mark larger. */
export const hitHandle = (mark: Mark, spot: Spot, reach: number): Handle | undefined =>
  handlesOf(mark).findLast((handle) => distance(spot, handleSpot(mark, handle)) <= reach);
