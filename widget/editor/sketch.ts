import { drawnMark, inside, movedMark, resizedMark } from '#widget/editor/change-mark.ts';
import { hitHandle, hitMark } from '#widget/editor/hit-mark.ts';
import { changedTo, freshHistory, redone, undone, type History } from '#widget/editor/history.ts';
import {
  plus,
  type Handle,
  type Mark,
  type Size,
  type Spot,
  type Tool,
} from '#widget/editor/mark.ts';

/** What just happened, for those who do not see it; `mark` is the tool that is meant. */
export interface News {
  readonly key:
    | 'said.tool'
    | 'said.mark'
    | 'said.at'
    | 'said.begun'
    | 'said.drawn'
    | 'said.removed'
    | 'said.undone'
    | 'said.redone';
  readonly mark?: Tool;
  readonly slots?: Readonly<Record<string, number>>;
}

/** Marks in the making: what a pointer or a key does to them, without any markup. */
export interface Sketch {
  readonly tool: Tool;
  /** As they are to be seen, the one under the pointer included. */
  readonly marks: readonly Mark[];
  /** Index of the selected mark, or -1. */
  readonly selected: number;
  /** Where the next mark by keyboard begins or ends; undefined until a key has moved it. */
  readonly cross: Spot | undefined;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Whether the marks are others than at the beginning. */
  readonly isChanged: boolean;
  choose(tool: Tool): void;
  select(index: number): void;
  /** A pointer goes down: on a handle or on the selected mark it takes that, elsewhere it draws. */
  grab(spot: Spot, reach: number): void;
  pull(spot: Spot): void;
  /** The pointer goes up; `moved` tells a drag from a press, which selects. True where words are wanted. */
  drop(spot: Spot, moved: boolean, reach: number): boolean;
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
  undo(): void;
  redo(): void;
}

type Grip =
  | { readonly kind: 'handle'; readonly mark: Mark; readonly handle: Handle }
  | { readonly kind: 'move'; readonly mark: Mark; readonly start: Spot }
  | { readonly kind: 'draw'; readonly start: Spot };

export function createSketch(
  size: Size,
  first: readonly Mark[],
  tell: (news: News) => void,
): Sketch {
  let tool: Tool = 'bar';
  let history: History = freshHistory(first);
  let selected = -1;
  let grip: Grip | undefined;
  let ghost: Mark | undefined;
  let cross: Spot | undefined;
  let begun: Spot | undefined;

  const middle = inside({ x: size.width / 2, y: size.height / 2 }, size);
  const put = (marks: readonly Mark[], mark: Mark, index: number) =>
    index < 0 ? [...marks, mark] : marks.with(index, mark);
  const tellMark = (key: 'said.mark' | 'said.drawn', index: number) => {
    const mark = history.marks[index];
    if (mark) tell({ key, mark: mark.tool, slots: { n: index + 1, count: history.marks.length } });
  };
  const keep = (mark: Mark, index: number, held = false) => {
    history = changedTo(history, put(history.marks, mark, index), held);
    selected = index < 0 ? history.marks.length - 1 : index;
  };
  const select = (index: number) => {
    selected = index;
    tellMark('said.mark', index);
  };
  const letGo = () => {
    const had = ghost !== undefined || begun !== undefined;
    grip = ghost = begun = undefined;
    return had;
  };
  const turn = (next: History, key: 'said.undone' | 'said.redone') => {
    letGo();
    if (next === history) return;
    history = next;
    selected = -1;
    tell({ key, slots: { count: history.marks.length } });
  };
  /** What a new mark would be from where it began. */
  const grown = (spot: Spot) => begun && drawnMark(tool, begun, spot, size);

  const sketch: Sketch = {
    get tool() {
      return tool;
    },
    get marks() {
      return ghost
        ? put(history.marks, ghost, grip && grip.kind !== 'draw' ? selected : -1)
        : history.marks;
    },
    get selected() {
      return selected;
    },
    get cross() {
      return cross;
    },
    get canUndo() {
      return history.past.length > 0;
    },
    get canRedo() {
      return history.future.length > 0;
    },
    get isChanged() {
      return history.marks !== first;
    },
    choose(next) {
      letGo();
      tool = next;
      selected = -1;
      tell({ key: 'said.tool', mark: tool });
    },
    select,
    grab(spot, reach) {
      letGo();
      const mark = history.marks[selected];
      const handle = mark && hitHandle(mark, spot, reach);
      if (mark && handle) grip = { kind: 'handle', mark, handle };
      else if (mark && hitMark([mark], spot, reach) === 0)
        grip = { kind: 'move', mark, start: spot };
      else grip = { kind: 'draw', start: spot };
    },
    pull(spot) {
      if (grip?.kind === 'handle') ghost = resizedMark(grip.mark, grip.handle, spot, size);
      else if (grip?.kind === 'move')
        ghost = movedMark(grip.mark, plus(spot, grip.start, -1), size);
      else if (grip && tool !== 'text') ghost = drawnMark(tool, grip.start, spot, size);
    },
    drop(spot, moved, reach) {
      const drawing = grip?.kind === 'draw';
      if (moved) sketch.pull(spot);
      const made = moved ? ghost : undefined;
      const at = selected;
      letGo();
      if (made) {
        keep(made, drawing ? -1 : at);
        tellMark('said.drawn', selected);
        return false;
      }
      const hit = moved ? -1 : hitMark(history.marks, spot, reach);
      select(hit);
      return hit < 0 && tool === 'text';
    },
    letGo,
    place(mark, index = -1) {
      keep(mark, index);
      tellMark('said.drawn', selected);
    },
    nudge(by, resize, held) {
      const mark = history.marks[selected];
      if (!mark) return;
      const next = resize
        ? resizedMark(mark, { x: 1, y: 1 }, plus(mark.to, by), size)
        : movedMark(mark, by, size);
      keep(next, selected, held);
      tell({ key: 'said.at', slots: resize ? { ...next.to } : { ...next.from } });
    },
    aim(by) {
      cross = inside(plus(cross ?? middle, by), size);
      if (begun) ghost = grown(cross);
      tell({ key: 'said.at', slots: { ...cross } });
    },
    strike() {
      cross ??= middle;
      if (tool === 'text') return true;
      if (!begun) {
        selected = -1;
        begun = cross;
        tell({ key: 'said.begun', mark: tool, slots: { ...cross } });
        return false;
      }
      const made = grown(cross);
      if (!made) return false;
      letGo();
      keep(made, -1);
      tellMark('said.drawn', selected);
      selected = -1;
      return false;
    },
    remove() {
      const mark = history.marks[selected];
      if (!mark) return;
      letGo();
      history = changedTo(history, history.marks.toSpliced(selected, 1));
      selected = -1;
      tell({ key: 'said.removed', mark: mark.tool, slots: { count: history.marks.length } });
    },
    undo: () => turn(undone(history), 'said.undone'),
    redo: () => turn(redone(history), 'said.redone'),
  };
  return sketch;
}
