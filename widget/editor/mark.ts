/** A place in a picture, in the picture's own pixels. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** One place and so many times another. */
export const plus = (a: Spot, b: Spot, times = 1): Spot => ({
  x: a.x + b.x * times,
  y: a.y + b.y * times,
});

/** The place on the way from one to another, by default half-way. */
export const onTheWay = (a: Spot, b: Spot, share = 0.5): Spot => plus(a, plus(b, a, -1), share);

export const distance = (a: Spot, b: Spot): number => Math.hypot(a.x - b.x, a.y - b.y);

/** Width and height in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** In the order of their digits: hide, arrow, frame, text, blur. */
export const tools = ['bar', 'arrow', 'box', 'text', 'blur'] as const;
export type Tool = (typeof tools)[number];

/**
 * One thing drawn over a picture, as plain data. An arrow runs from its tail to its tip; everything
 * else is an area from its upper left to its lower right corner.
 */
export interface Mark {
  readonly tool: Tool;
  readonly from: Spot;
  readonly to: Spot;
  /** Empty but for `text`. */
  readonly text: string;
}

/** Whether a mark takes something out of the picture. */
export const hides = ({ tool }: Mark): boolean => tool === 'bar' || tool === 'blur';

/** Share of the way from a mark's first corner to its last, along each side: 0, 0.5 or 1. */
export type Handle = Spot;

const sides = [0, 0.5, 1];
const around: readonly Handle[] = sides.flatMap((y) =>
  sides.flatMap((x) => (x === 0.5 && y === 0.5 ? [] : [{ x, y }])),
);
const [first, last] = [
  { x: 0, y: 0 },
  { x: 1, y: 1 },
] as const;

/** Where a mark can be taken to change its size. */
export function handlesOf({ tool }: Mark): readonly Handle[] {
  if (tool === 'arrow') return [first, last];
  return tool === 'text' ? [last] : around;
}

/** A handle's place in the picture. */
export const handleSpot = ({ from, to }: Mark, { x, y }: Handle): Spot => ({
  x: from.x + (to.x - from.x) * x,
  y: from.y + (to.y - from.y) * y,
});
