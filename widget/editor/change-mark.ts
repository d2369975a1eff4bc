import {
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

const between = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value));

/** The nearest whole pixel corner inside a picture. */
export const inside = ({ x, y }: Spot, { width, height }: Size): Spot => ({
  x: Math.round(between(x, 0, width)),
  y: Math.round(between(y, 0, height)),
});

/** Two corners in order along one side, at least so far apart, inside the picture. */
function span(a: number, b: number, end: number): readonly [number, number] {
  const least = Math.min(leastSide, end);
  const low = between(Math.min(a, b), 0, end - least);
  return [low, Math.max(low + least, Math.max(a, b))];
}

function shaped(mark: Mark, a: Spot, b: Spot, size: Size): Mark {
  if (mark.tool === 'arrow') return { ...mark, from: a, to: b };
  const [left, right] = span(a.x, b.x, size.width);
  const [top, bottom] = span(a.y, b.y, size.height);
  return { ...mark, from: { x: left, y: top }, to: { x: right, y: bottom } };
}

/** A new mark between two places; undefined where they are too near to be meant. */
export function drawnMark(tool: Tool, start: Spot, end: Spot, size: Size): Mark | undefined {
  const [a, b] = [inside(start, size), inside(end, size)];
  if (distance(a, b) < leastSide) return undefined;
  return shaped({ tool, from: a, to: b, text: '' }, a, b, size);
}

/** The mark moved as far as it stays in the picture. */
export function movedMark(mark: Mark, by: Spot, { width, height }: Size): Mark {
  const { from, to } = mark;
  const along = (a: number, b: number, way: number, end: number) =>
    Math.round(between(way, -Math.min(a, b), end - Math.max(a, b)));
  const way = {
    x: along(from.x, to.x, by.x, width),
    y: along(from.y, to.y, by.y, height),
  };
  return { ...mark, from: plus(from, way), to: plus(to, way) };
}

/** The mark with one of its handles taken elsewhere. */
export function resizedMark(mark: Mark, { x, y }: Handle, spot: Spot, size: Size): Mark {
  const at = inside(spot, size);
  const corner = (own: Spot, share: number): Spot => ({
    x: x === share ? at.x : own.x,
    y: y === share ? at.y : own.y,
  });
  return shaped(mark, corner(mark.from, 0), corner(mark.to, 1), size);
}
