import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anySpot, anyTool } from '#test/widget/editor/any-mark.ts';
import { editorKey, pictureKey, type Key } from '#widget/editor/editor-keys.ts';
import { createGestures } from '#widget/editor/gestures.ts';
import { createSketch, type Sketch, type Tell } from '#widget/editor/sketch.ts';

const size = { x: 400, y: 300 };

function open() {
  const told: Parameters<Tell>[] = [];
  return { told, sketch: createSketch(size, [], (...news) => told.push(news)) };
}
const press = (part: Partial<Key>): Key => ({
  key: '',
  code: '',
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  repeat: false,
  ...part,
});
const draw = (sketch: Sketch, from: [number, number], to: [number, number]) => {
  sketch.grab({ x: from[0], y: from[1] }, 4);
  sketch.pull({ x: to[0], y: to[1] });
  return sketch.drop({ x: to[0], y: to[1] }, true, 4);
};

test('whatever pointers and keys do, as many steps back as were made lead to the picture without marks', () => {
  const act = fc.record({
    kind: fc.constantFrom('draw', 'nudge', 'remove', 'strike', 'select', 'press', 'end', 'letGo'),
    tool: anyTool,
    from: anySpot,
    to: anySpot,
  });
  fc.assert(
    fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
      const { sketch } = open();
      for (const { kind, tool, from, to } of acts) {
        if (kind === 'draw') {
          sketch.choose(tool);
          draw(sketch, [from.x, from.y], [to.x, to.y]);
        } else if (kind === 'nudge') sketch.nudge(to, from.x > 0, false);
        else if (kind === 'remove') sketch.remove();
        else if (kind === 'strike') {
          sketch.aim(from);
          sketch.strike();
        } else if (kind === 'select') sketch.select(sketch.marks.length - 1);
        else if (kind === 'press') {
          sketch.grab(from, 4);
          sketch.drop(from, false, 4);
        } else if (kind === 'end') {
          const seen = sketch.marks;
          sketch.end();
          expect(sketch.marks).toEqual(seen);
        } else sketch.letGo();
        for (const { from: a, to: b } of sketch.marks)
          for (const { x, y } of [a, b])
            expect(x >= 0 && y >= 0 && x <= size.x && y <= size.y).toBe(true);
      }
      sketch.letGo();
      const { marks } = sketch;
      let steps = 0;
      for (; sketch.canTurn(-1); steps += 1) sketch.turn(-1);
      expect(sketch.marks).toEqual([]);
      expect(sketch.isChanged).toBe(false);
      for (; steps > 0; steps -= 1) sketch.turn(1);
      expect(sketch.marks).toEqual(marks);
    }),
  );
});

test('a drag draws, a press selects, a drag on what is selected moves it, on its handle stretches it', () => {
  const { sketch } = open();
  draw(sketch, [10, 10], [110, 60]);
  expect(sketch.selected).toBe(0);
  draw(sketch, [60, 30], [160, 130]);
  expect(sketch.marks).toMatchObject([{ from: { x: 110, y: 110 }, to: { x: 210, y: 160 } }]);
  draw(sketch, [210, 160], [300, 200]);
  expect(sketch.marks).toMatchObject([{ from: { x: 110, y: 110 }, to: { x: 300, y: 200 } }]);

  sketch.grab({ x: 5, y: 5 }, 4);
  sketch.drop({ x: 5, y: 5 }, false, 4);
  expect(sketch.selected).toBe(-1);
  draw(sketch, [200, 150], [250, 190]);
  expect(sketch.marks).toHaveLength(2);
});

test('what is begun and let go, by a second finger or by Escape, leaves nothing', () => {
  const { sketch } = open();
  sketch.grab({ x: 10, y: 10 }, 4);
  sketch.pull({ x: 90, y: 90 });
  expect(sketch.marks).toHaveLength(1);

  expect(sketch.letGo()).toBe(true);
  expect(sketch.marks).toEqual([]);
  expect(sketch.canTurn(-1)).toBe(false);
  expect(sketch.letGo()).toBe(false);
});

test.each([
  ['a digit', { code: 'Digit2' }, 'arrow'],
  ['a digit of the other block', { code: 'Numpad4' }, 'text'],
  ['a digit by its place, whatever the layout writes', { key: 'ё', code: 'Digit5' }, 'blur'],
  ['not a digit with a command', { code: 'Digit2', ctrlKey: true }, 'bar'],
  ['not a sixth digit', { code: 'Digit6' }, 'bar'],
])('chooses a tool by %s', (_case, key, tool) => {
  const { sketch } = open();
  editorKey(press(key), sketch);

  expect(sketch.tool).toBe(tool);
});

test('Tab goes through the marks and then out, back the same way', () => {
  const { sketch, told } = open();
  draw(sketch, [10, 10], [50, 50]);
  sketch.select(-1);
  draw(sketch, [100, 100], [150, 150]);
  sketch.select(-1);
  const tab = (shiftKey: boolean) => [
    pictureKey(press({ key: 'Tab', shiftKey }), sketch),
    sketch.selected,
  ];

  expect([tab(false), tab(false), tab(false)]).toEqual([
    [true, 0],
    [true, 1],
    [false, -1],
  ]);
  expect([tab(true), tab(true), tab(true)]).toEqual([
    [true, 1],
    [true, 0],
    [false, -1],
  ]);
  expect(told.at(-1)).toEqual(['said.mark', 'bar', { n: 1 }]);
});

test('words are asked for by Enter with the tool of words, and by Enter on words', () => {
  const { sketch } = open();
  sketch.choose('text');
  expect(pictureKey(press({ key: 'Enter' }), sketch)).toBe('words');
  sketch.place({ tool: 'text', from: { x: 0, y: 0 }, to: { x: 80, y: 30 }, text: 'Долг' });
  sketch.choose('box');
  sketch.select(0);
  expect(pictureKey(press({ key: 'Enter' }), sketch)).toBe('words');
});

test('two fingers never draw: the first one’s mark is let go, and the one that stays means nothing', () => {
  const seen: string[] = [];
  const gestures = createGestures({
    down: () => seen.push('down'),
    move: () => seen.push('move'),
    up: () => seen.push('up'),
    cancel: () => seen.push('cancel'),
    pinch: (_by, factor) => seen.push(`pinch ${factor}`),
  });
  gestures.down(1, { x: 0, y: 0 });
  gestures.move(1, { x: 20, y: 0 });
  gestures.down(2, { x: 40, y: 0 });
  gestures.move(2, { x: 60, y: 0 });
  gestures.up(2, { x: 60, y: 0 });
  gestures.move(1, { x: 90, y: 0 });
  gestures.up(1, { x: 90, y: 0 });
  gestures.down(3, { x: 5, y: 0 });
  gestures.up(3, { x: 6, y: 0 });

  expect(seen).toEqual(['down', 'move', 'cancel', 'pinch 2', 'down', 'up']);
});
