import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyDrawn } from '#test/widget/editor/any-mark.ts';
import {
  changedTo,
  freshHistory,
  marksNow,
  turned,
  type History,
  type Turn,
} from '#widget/editor/history.ts';
import type { Mark } from '#widget/editor/mark.ts';

const states = fc.array(
  fc.array(
    anyDrawn.map(({ mark }) => mark),
    { maxLength: 3 },
  ),
  {
    minLength: 1,
    maxLength: 8,
  },
);

/** The plain model: every state in a row, and a finger on one of them. */
test('whatever is done, undone and done again, the marks are those of a plain list with a finger on it', () => {
  const acts = fc.array(fc.constantFrom('change', 'undo', 'redo'), { maxLength: 30 });
  fc.assert(
    fc.property(states, acts, (all, steps) => {
      let row: (readonly Mark[])[] = [[]];
      let finger = 0;
      let history = freshHistory(row[0]!);
      for (const [at, act] of steps.entries()) {
        if (act === 'change') {
          const next = all[at % all.length]!;
          row = [...row.slice(0, finger + 1), next];
          finger += 1;
          history = changedTo(history, next);
        } else if (act === 'undo') {
          finger = Math.max(0, finger - 1);
          history = turned(history, -1) ?? history;
        } else {
          finger = Math.min(row.length - 1, finger + 1);
          history = turned(history, 1) ?? history;
        }
        expect(marksNow(history)).toBe(row[finger]);
        expect([history.at, history.states.length]).toEqual([finger, row.length]);
      }
    }),
  );
});

test('undoing everything and doing it all again is where one was', () => {
  fc.assert(
    fc.property(states, (all) => {
      const made = all.reduce((history, next) => changedTo(history, next), freshHistory([]));
      const step = (by: Turn) => (history: History) => turned(history, by)!;
      const back = all.reduce(step(-1), made);
      const again = all.reduce(step(1), back);

      expect(marksNow(back)).toEqual([]);
      expect(again).toEqual(made);
      expect(turned(back, -1)).toBeUndefined();
      expect(turned(again, 1)).toBeUndefined();
    }),
  );
});

test('a held key is one step', () => {
  const [a, b, c] = [[], [], []] as (readonly Mark[])[];
  const moved = changedTo(changedTo(freshHistory(a!), b!), c!, true);

  expect(marksNow(moved)).toBe(c);
  expect(marksNow(turned(moved, -1)!)).toBe(a);
});
