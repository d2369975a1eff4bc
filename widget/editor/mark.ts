/** A place in a picture, in the picture's own pixels. */
export type Spot = {
  readonly x: number;
  readonly y: number;
};

/** One way of the two, for what is the same in both. */
export type Axis = keyof Spot;

/** What is worked out alike along both sides. */
export const both = (along: (axis: Axis) => number): Spot => ({ x: along('x'), y: along('y') });

/** One place and so many times another. */
export const plus = (a: Spot, b: Spot, times = 1): Spot =>
  both((axis) => a[axis] + b[axis] * times);

export const between = (value: number, low: number, high: number): number =>
  Math.max(low, Math.min(high, value));

/** The place on the way from one to another, by default half-way. */
export const onTheWay = (a: Spot, b: Spot, share = 0.5): Spot => plus(a, plus(b, a, -1), share);

export const distance = (a: Spot, b: Spot): number => Math.hypot(a.x - b.x, a.y - b.y);

/** Width as `x` and height as `y`, in pixels. */
export type Size = Spot;

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

/** Row by row: corners, middles of the sides, and the middle. */
const places: readonly Handle[] = Array.from({ length: 9 }, (_, at) => ({
  x: (at % 3) / 2,
  y: Math.floor(at / 3) / 2,
}));

/** Where a mark can be taken to change its size. */
export const handlesOf = ({ tool }: Mark): readonly Handle[] =>
  places.filter((_, at) =>
    tool === 'arrow' ? at % 8 === 0 : tool === 'text' ? at === 8 : at !== 4,
  );

/** A handle's place in the picture. */
export const handleSpot = ({ from, to }: Mark, handle: Handle): Spot =>
  both((axis) => from[axis] + (to[axis] - from[axis]) * handle[axis]);
