import { distance, onTheWay, plus, type Spot } from '#widget/editor/mark.ts';

/** What pointers on the stage mean, in stage pixels: one draws, two move and stretch the picture. */
export interface GestureMeaning {
  down(at: Spot): void;
  move(at: Spot): void;
  /** `moved` tells a drag from a press. */
  up(at: Spot, moved: boolean): void;
  cancel(): void;
  pinch(by: Spot, factor: number, at: Spot): void;
}

const pressReach = 4;

/** By the last part of a pointer event's name: which pointer, and where it is. */
export type Gestures = Readonly<
  Record<'down' | 'move' | 'up' | 'cancel', (pointerId: number, at: Spot) => void>
>;

/** Follows fingers, pens and mice on the stage. */
export function createGestures(meaning: GestureMeaning): Gestures {
  const fingers = new Map<number, Spot>();
  let start: Spot;
  let moved = false;
  /** After a pinch the finger that is left means nothing. */
  let pinched = false;
  const pair = () => [...fingers.values()] as [Spot, Spot];
  const lift = (pointerId: number, meant: () => void) => {
    if (fingers.delete(pointerId) && !pinched) meant();
    if (fingers.size === 0) pinched = false;
  };

  return {
    down(pointerId, at) {
      if (fingers.size > 1) return;
      fingers.set(pointerId, at);
      if (fingers.size > 1) {
        pinched = true;
        return meaning.cancel();
      }
      start = at;
      moved = false;
      meaning.down(at);
    },
    move(pointerId, at) {
      if (!fingers.has(pointerId)) return;
      const [a, b] = pair();
      fingers.set(pointerId, at);
      if (fingers.size > 1) {
        const [c, d] = pair();
        const middle = onTheWay(c, d);
        const factor = distance(c, d) / Math.max(1, distance(a, b));
        return meaning.pinch(plus(middle, onTheWay(a, b), -1), factor, middle);
      }
      moved ||= distance(start, at) > pressReach;
      if (moved && !pinched) meaning.move(at);
    },
    up: (pointerId, at) => lift(pointerId, () => meaning.up(at, moved)),
    cancel: (pointerId) => lift(pointerId, () => meaning.cancel()),
  };
}
