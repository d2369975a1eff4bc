import { distance, onTheWay, plus, type Spot } from '#widget/editor/mark.ts';

/** What pointers on the stage mean, in stage pixels: one draws, two move and stretch the picture. */
export interface GestureMeaning {
  down(at: Spot, coarse: boolean): void;
  move(at: Spot): void;
  /** `moved` tells a drag from a press. */
  up(at: Spot, moved: boolean, coarse: boolean): void;
  cancel(): void;
  pinch(by: Spot, factor: number, at: Spot): void;
}

const pressReach = 4;

interface Finger {
  readonly at: Spot;
  readonly start: Spot;
}

/** The parts of a pointer event that are read. */
export interface PointerNews {
  readonly pointerId: number;
  readonly pointerType: string;
  readonly at: Spot;
}

/** By the last part of a pointer event's name. */
export type Gestures = Readonly<
  Record<'down' | 'move' | 'up' | 'cancel', (news: PointerNews) => void>
>;

/** Follows fingers, pens and mice on the stage. */
export function createGestures(meaning: GestureMeaning): Gestures {
  const fingers = new Map<number, Finger>();
  let moved = false;
  /** After a pinch the finger that is left means nothing. */
  let pinched = false;
  const pair = () => [...fingers.values()].map(({ at }) => at) as [Spot, Spot];
  const lift = (pointerId: number) => {
    fingers.delete(pointerId);
    if (fingers.size === 0) pinched = false;
  };

  return {
    down({ pointerId, pointerType, at }: PointerNews) {
      if (fingers.size > 1) return;
      fingers.set(pointerId, { at, start: at });
      if (fingers.size === 1) {
        moved = false;
        meaning.down(at, pointerType === 'touch');
        return;
      }
      pinched = true;
      meaning.cancel();
    },
    move({ pointerId, at }: PointerNews) {
      const finger = fingers.get(pointerId);
      if (!finger) return;
      if (pinched && fingers.size > 1) {
        const [a, b] = pair();
        fingers.set(pointerId, { ...finger, at });
        const [c, d] = pair();
        const [before, after] = [onTheWay(a, b), onTheWay(c, d)];
        const factor = distance(c, d) / Math.max(1, distance(a, b));
        return meaning.pinch(plus(after, before, -1), factor, after);
      }
      fingers.set(pointerId, { ...finger, at });
      moved ||= distance(finger.start, at) > pressReach;
      if (moved && !pinched) meaning.move(at);
    },
    up({ pointerId, pointerType, at }: PointerNews) {
      if (!fingers.has(pointerId)) return;
      if (!pinched) meaning.up(at, moved, pointerType === 'touch');
      lift(pointerId);
    },
    cancel({ pointerId }: PointerNews) {
      if (fingers.has(pointerId) && !pinched) meaning.cancel();
      lift(pointerId);
    },
  };
}
