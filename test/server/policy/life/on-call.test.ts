import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextOnCall, onCallAt, type OnCallShift } from '#server/policy/life/on-call.ts';

const hour = 3_600_000;
const shift = (agentId: string, from: number, until: number, rank = 1): OnCallShift => ({
  id: `${agentId}-${from}`,
  agentId,
  from: from * hour,
  until: until * hour,
  rank,
});
const rota = [
  shift('second', 0, 24, 2),
  shift('first', 0, 12),
  shift('evening', 12, 24),
  shift('head', 0, 48, 3),
];
const names = (shifts: readonly OnCallShift[]) => shifts.map(({ agentId }) => agentId);

test.each([
  ['the first instant of a shift is part of it', 0, ['first', 'second', 'head']],
  ['the last one is not: who comes on is called', 12, ['evening', 'second', 'head']],
  ['a longer shift of a later rank goes on alone', 24, ['head']],
  ['after the rota nobody is', 48, []],
  ['before the rota nobody is', -1, []],
])('on call: %s', (_case, at, expected) => {
  expect(names(onCallAt(rota, at * hour))).toEqual(expected);
});

test('somebody with two shifts at once is called once, in the earlier place', () => {
  const twice = [shift('first', 0, 2, 1), shift('first', 1, 3, 2), shift('second', 0, 3, 2)];

  expect(names(onCallAt(twice, hour))).toEqual(['first', 'second']);
});

test.each([
  ['nobody was called', [], 'first'],
  ['the first did not answer', ['first'], 'second'],
  ['nor did the second', ['first', 'second'], 'head'],
  ['all were called', ['first', 'second', 'head'], undefined],
  ['somebody was called whose shift is over', ['evening'], 'first'],
])('next on call when %s', (_case, after, expected) => {
  expect(nextOnCall(rota, 6 * hour, after)?.agentId).toBe(expected);
});

test('calling one after the other reaches everybody on call once, whatever the rota', () => {
  const any = fc.array(
    fc.record({
      id: fc.uuid(),
      agentId: fc.constantFrom('a', 'b', 'c', 'd'),
      from: fc.integer({ min: 0, max: 10 }),
      until: fc.integer({ min: 0, max: 10 }),
      rank: fc.integer({ min: 1, max: 3 }),
    }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(any, fc.integer({ min: 0, max: 10 }), (shifts, at) => {
      const called: string[] = [];
      for (let next = nextOnCall(shifts, at, called); next; next = nextOnCall(shifts, at, called))
        called.push(next.agentId);

      const running = shifts.filter(({ from, until }) => from <= at && at < until);
      expect(called.toSorted()).toEqual([...new Set(names(running))].toSorted());
      expect(called).toEqual(names(onCallAt(shifts, at)));
    }),
  );
});
