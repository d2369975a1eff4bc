import { tools, type Spot } from '#widget/editor/mark.ts';
import type { Sketch } from '#widget/editor/sketch.ts';

/** The parts of a key press that decide. */
export type Key = Pick<
  KeyboardEvent,
  'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'repeat'
>;

const ways: Readonly<Record<string, Spot>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};
const longStep = 10;
/** A held key goes on faster. */
const heldSteps = 4;

/** Keys that work everywhere in the editor but in its words; by their places, whatever the layout. */
export function editorKey({ code, ctrlKey, metaKey, shiftKey }: Key, sketch: Sketch): boolean {
  const command = ctrlKey || metaKey;
  const tool = tools[Number(code.replace(/^(Digit|Numpad)/, '')) - 1];
  if (command && code === 'KeyZ') sketch.turn(shiftKey ? 1 : -1);
  else if (command && code === 'KeyY') sketch.turn(1);
  else if (!command && tool) sketch.choose(tool);
  else return false;
  return true;
}

/**
 * Keys on the picture: arrows move the crosshair or the selected mark (with Shift by ten pixels, or its
 * size), Enter begins and ends, Tab goes from mark to mark and at last out.
 *
 * @returns whether the key was used, or `words` where a line of words is wanted now
 */
export function pictureKey({ key, shiftKey, repeat }: Key, sketch: Sketch): boolean | 'words' {
  const { marks, selected } = sketch;
  const way = ways[key];
  if (way) {
    const held = repeat ? heldSteps : 1;
    const steps = held * (shiftKey && selected < 0 ? longStep : 1);
    const by = { x: way.x * steps, y: way.y * steps };
    if (selected >= 0) sketch.nudge(by, shiftKey, repeat);
    else sketch.aim(by);
  } else if (key === 'Tab') {
    const onward = shiftKey ? marks.length : 1;
    const next = ((selected + 1 + onward) % (marks.length + 1)) - 1;
    sketch.select(next);
    return next >= 0;
  } else if (key === 'Enter')
    return marks[selected]?.tool === 'text' || (selected < 0 && sketch.strike()) ? 'words' : true;
  else if (key === 'Delete' || key === 'Backspace') sketch.remove();
  else return false;
  return true;
}
