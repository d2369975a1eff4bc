import {
  between,
  both,
  distance,
  plus,
  type Handle,
  type Mark,
  type Size,
  type Spot,
  type Tool,
} from '#widget/editor/mark.ts';

/** Smallest side of an area and smallest length of an arrow, in picture pixels. */
export const leastSide = 8;

/** The nearest whole pixel corner inside a picture. */
export const inside = (spot: Spot, size: Size): Spot =>
  both((axis) => Math.round(between(spot[axis], 0, size[axis])));

/** An area's corners in order and at least so far apart, inside the picture; an arrow as it is. */
function shaped(mark: Mark, size: Size): Mark {
  const { tool, from: a, to: b } = mark;
  if (tool === 'arrow') return mark;
  const from = both((axis) =>
    between(Math.min(a[axis], b[axis]), 0, Math.max(0, size[axis] - leastSide)),
  );
  const to = both((axis) =>
    Math.min(size[axis], Math.max(from[axis] + leastSide, a[axis], b[axis])),
  );
  return { ...mark, from, to };
}

/** A new mark between two places; undefined where they are too near to be meant. */
export function drawnMark(tool: Tool, start: Spot, end: Spot, size: Size): Mark | undefined {
  const [from, to] = [inside(start, size), inside(end, size)];
  if (distance(from, to) < leastSide) return undefined;
  return shaped({ tool, from, to, text: '' }, size);
}

/** The mark moved as far as it stays in the picture. */
export function movedMark(mark: Mark, by: Spot, size: Size): Mark {
  const { from, to } = mark;
  const way = both((axis) => {
    const [a, b] = [from[axis], to[axis]];
    return Math.round(between(by[axis], -Math.min(a, b), size[axis] - Math.max(a, b)));
  });
  return { ...mark, from: plus(from, way), to: plus(to, way) };
}

/** The mark with one of its handles taken elsewhere. */
export function resizedMark(mark: Mark, handle: Handle, spot: Spot, size: Size): Mark {
  const at = inside(spot, size);
  const corner = (own: Spot, share: number) =>
    both((axis) => (handle[axis] === share ? at : own)[axis]);
  return shaped({ ...mark, from: corner(mark.from, 0), to: corner(mark.to, 1) }, size);
}
