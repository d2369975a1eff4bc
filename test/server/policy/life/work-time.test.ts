import { describe, expect, test } from 'vitest';
import { workTime } from '#server/policy/life/work-time.ts';
import { policyOf } from '#test/support/policies.ts';

const didox24 = policyOf('didox24');
const moidokumenty = policyOf('moidokumenty');
const jokercrm = policyOf('jokercrm');
const msk = (local: string) => Date.parse(`${local.replace(' ', 'T')}+03:00`);
const hour = 3_600_000;

describe('S2.2.4.1 POL: waiting for the requester is not work', () => {
  const thursday = { from: msk('2026-11-19 11:00'), to: msk('2026-11-20 12:00') };
  const wait = (from: string, to: string) => ({ start: msk(from), end: msk(to) });

  test.each([
    ['no wait', [], 10, 0],
    ['an afternoon', [wait('2026-11-19 13:00', '2026-11-19 16:00')], 7, 3],
    [
      'over night only working time is waited',
      [wait('2026-11-19 17:00', '2026-11-20 10:00')],
      8,
      2,
    ],
    ['a night alone is nothing', [wait('2026-11-19 18:00', '2026-11-20 09:00')], 10, 0],
    [
      'two questions at once are one wait',
      [wait('2026-11-19 13:00', '2026-11-19 15:00'), wait('2026-11-19 14:00', '2026-11-19 16:00')],
      7,
      3,
    ],
    ['still waiting', [{ start: msk('2026-11-20 09:00'), end: Infinity }], 7, 3],
  ])('%s', (_case, waits, work, waited) => {
    expect(workTime(moidokumenty, { ...thursday, waits })).toEqual({
      workMs: work * hour,
      waitedMs: waited * hour,
      pausedBy: '2.4',
    });
  });

  test('where no clause says so, waiting counts and is still measured', () => {
    const waits = [wait('2026-11-19 13:00', '2026-11-19 16:00')];

    expect(workTime(jokercrm, { ...thursday, waits })).toEqual({
      workMs: 10 * hour,
      waitedMs: 3 * hour,
      pausedBy: null,
    });
  });

  test('without hours there is no working time', () => {
    expect(workTime(didox24, { ...thursday, waits: [] })).toBeNull();
  });
});
