import { describe, expect, test } from 'vitest';
import { criticalState, criticalTrack } from '#server/policy/life/critical-track.ts';
import { decide } from '#server/policy/decide.ts';
import type { Question } from '#server/policy/decision/question.ts';
import { policyOf } from '#test/support/policies.ts';

const modme = policyOf('modme');
const moidokumenty = policyOf('moidokumenty');
const msk = (local: string) => Date.parse(`${local.replace(' ', 'T')}+03:00`);
const uzt = (local: string) => Date.parse(`${local.replace(' ', 'T')}+05:00`);
const asked = (policy: typeof modme, change: Partial<Question> = {}): Question => ({
  receivedAt: uzt('2026-11-17 12:00'),
  arrival: 'channel',
  category: 'error',
  answered: new Set(policy.fields.keys()),
  attachments: 1,
  requester: { proven: true, entitlement: {} },
  ...change,
});

describe('A9: a critical outage has a second clock, round the clock', () => {
  const sundayNight = msk('2026-11-22 03:00');
  const track = criticalTrack(moidokumenty.pack, {
    severity: 'critical',
    receivedAt: sundayNight,
  });

  test('five minutes from a Sunday night, for the desk alone', () => {
    expect(track).toEqual({
      ackBy: msk('2026-11-22 03:05'),
      internal: true,
      ifSilent: 'next_on_call',
      clause: '2.1',
    });
  });

  test('S2.2.1.1 POL: beside it the ordinary clock waits for Monday', () => {
    const ruling = decide(moidokumenty, asked(moidokumenty, { receivedAt: sundayNight }));

    expect(ruling.firstResponse.dueAt).toBe(msk('2026-11-23 13:00'));
  });

  test.each([
    ['a second before', null, '03:04:59', 'running'],
    ['at five minutes nobody has come', null, '03:05:00', 'breached'],
    ['taken up at the last instant', '03:05:00', '03:10:00', 'acknowledged'],
    ['taken up later', '03:05:01', '03:10:00', 'acknowledged_late'],
  ])('%s', (_case, acknowledged, now, state) => {
    const at = (time: string) => msk(`2026-11-22 ${time}`);

    expect(track && criticalState(track, acknowledged ? at(acknowledged) : null, at(now))).toBe(
      state,
    );
  });

  test.each([
    ['nothing less than critical', moidokumenty, 'high' as const],
    ['not where the regulation has no such clock', modme, 'critical' as const],
  ])('%s', (_case, { pack }, severity) => {
    expect(criticalTrack(pack, { severity, receivedAt: 0 })).toBeNull();
  });
});
