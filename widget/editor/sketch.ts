import { drawnMark, inside, movedMark, resizedMark } from '#widget/editor/change-mark.ts';
import { hitHandle, hitMark, touches } from '#widget/editor/hit-mark.ts';
import { changedTo, freshHistory, marksNow, turned, type Turn } from '#widget/editor/history.ts';
import { plus, type Mark, type Size, type Spot, type Tool } from '#widget/editor/mark.ts';

/** Tells those who do not see it what just happened; `mark` is the tool that is meant. */
export type Tell = (
  key:
    | 'said.tool'
    | 'said.mark'
    | 'said.at'
    | 'said.begun'
    | 'said.drawn'
    | 'said.removed'
    | 'said.undone'
    | 'said.redone',
  mark?: Tool,
  slots?: Readonly<Record<string, number>>,
) => void;

/** Marks in the making: what a pointer or a key does to them, without any markup. */
export interface Sketch {
  readonly tool: Tool;
  /** As they are to be seen, the one under the pointer included. */
  readonly marks: readonly Mark[];
  /** Index of the selected mark, or -1. */
  readonly selected: number;
  /** Where the next mark by keyboard begins or ends; undefined until a key has moved it. */
  readonly cross: Spot | undefined;
  /** Whether the marks are others than at the beginning. */
  readonly isChanged: boolean;
  choose(tool: Tool): void;
  select(index: number): void;
  /** A pointer goes down: on a handle or on the selected mark it takes that, elsewhere it draws. */
  grab(spot: Spot, reach: number): void;
  pull(spot: Spot): void;
  /** The pointer goes up; `moved` tells a drag from a press, which selects. True where words are wanted. */
  drop(spot: Spot, moved: boolean, reach: number): boolean;
  /** Ends what was begun as it is seen. False where nothing is. */
  end(): boolean;
  /** Forgets what was begun and not ended. False where nothing was. */
  letGo(): boolean;
  /** Adds a mark, or puts it in the place of another. */
  place(mark: Mark, index?: number): void;
  /** Moves the selected mark, or takes its lower right end along. */
  nudge(by: Spot, resize: boolean, held: boolean): void;
  /** Moves the crosshair. */
  aim(by: Spot): void;
  /** Begins or ends a mark at the crosshair. True where words are wanted. */
  strike(): boolean;
  remove(): void;
  canTurn(by: Turn): boolean;
  turn(by: Turn): void;
}

/** What a mark becomes when the pointer or the crosshair goes to a place; undefined where it is not meant yet. */
type Grip = (spot: Spot) => Mark | undefined;

export function createSketch(size: Size, first: readonly Mark[], tell: Tell): Sketch {
  let tool: Tool = 'bar';
  let history = freshHistory(first);
  let selected = -1;
  let grip: Grip | undefined;
  /** Index of the mark that the grip changes, or -1 for a new one. */
  let gripped = -1;
  let ghost: Mark | undefined;
  let cross: Spot | undefined;

  const middle = inside({ x: size.x / 2, y: size.y / 2 }, size);
  const marks = () => marksNow(history);
  const put = (mark: Mark, index: number) =>
    index < 0 ? [...marks(), mark] : marks().with(index, mark);
  const tellMark = (key: 'said.mark' | 'said.drawn', index: number) => {
    const mark = marks()[index];
    if (mark) tell(key, mark.tool, { n: index + 1 });
  };
  const keep = (mark: Mark, index: number, held = false) => {
    history = changedTo(history, put(mark, index), held);
    selected = index < 0 ? marks().length - 1 : index;
  };
  const draws =
    (start: Spot): Grip =>
    (spot) =>
      drawnMark(tool, start, spot, size);
  const letGo = () => {
    const had = !!grip;
    grip = ghost = undefined;
    gripped = -1;
    return had;
  };

  const sketch: Sketch = {
    get tool() {
      return tool;
    },
    get marks() {
      return ghost ? put(ghost, gripped) : marks();
    },
    get selected() {
      return selected;
    },
    get cross() {
      return cross;
    },
    get isChanged() {
      return marks() !== first;
    },
    choose(next) {
      letGo();
      tool = next;
      selected = -1;
      tell('said.tool', tool);
    },
    select(index) {
      selected = index;
      tellMark('said.mark', index);
    },
    grab(start, reach) {
      letGo();
      const mark = marks()[selected];
      const handle = mark && hitHandle(mark, start, reach);
      if (handle) grip = (spot) => resizedMark(mark, handle, spot, size);
      else if (mark && touches(mark, start, reach))
        grip = (spot) => movedMark(mark, plus(spot, start, -1), size);
      else return void (grip = tool === 'text' ? undefined : draws(start));
      gripped = selected;
    },
    pull(spot) {
      ghost = grip?.(spot);
    },
    drop(spot, moved, reach) {
      if (moved) sketch.pull(spot);
      if (sketch.end()) return false;
      letGo();
      const hit = moved ? -1 : hitMark(marks(), spot, reach);
      sketch.select(hit);
      return hit < 0 && tool === 'text';
    },
    end() {
      if (!ghost) return false;
      sketch.place(ghost, gripped);
      return true;
    },
    letGo,
    place(mark, index = -1) {
      keep(mark, index);
      letGo();
      tellMark('said.drawn', selected);
    },
    nudge(by, resize, held) {
      const mark = marks()[selected];
      if (!mark) return;
      const next = resize
        ? resizedMark(mark, { x: 1, y: 1 }, plus(mark.to, by), size)
        : movedMark(mark, by, size);
      keep(next, selected, held);
      tell('said.at', undefined, resize ? next.to : next.from);
    },
    aim(by) {
      cross = inside(plus(cross ?? middle, by), size);
      sketch.pull(cross);
      tell('said.at', undefined, cross);
    },
    strike() {
      cross ??= middle;
      if (tool === 'text') return true;
      if (!grip) {
        selected = -1;
        grip = draws(cross);
        tell('said.begun', tool, cross);
        return false;
      }
      sketch.pull(cross);
      if (sketch.end()) selected = -1;
      return false;
    },
    remove() {
      const mark = marks()[selected];
      if (!mark) return;
      letGo();
      history = changedTo(history, marks().toSpliced(selected, 1));
      selected = -1;
      tell('said.removed', mark.tool);
    },
    canTurn: (by) => !!turned(history, by),
    turn(by) {
      letGo();
      const next = turned(history, by);
      if (!next) return;
      history = next;
      selected = -1;
      tell(by < 0 ? 'said.undone' : 'said.redone');
    },
  };
  return sketch;
}
