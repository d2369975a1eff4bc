import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LifeAct } from '#server/policy/life/life-act.ts';
import { compilePolicy, type Policy } from '#server/policy/packs.ts';
import { fire, play, playTicket, running } from '#test/support/life/played-ticket.ts';
import { naiveHours } from '#test/support/naive-hours.ts';
import { calendarYears, policyOf } from '#test/support/policies.ts';

const dayMs = 86_400_000;
const windowDays = 70;

/** Zones and windows of ten weeks in which the clocks are changed in the sixth or so. */
const changes = [
  ['Europe/Berlin', '2026-02-20'],
  ['Europe/Berlin', '2026-09-20'],
  ['America/New_York', '2026-02-01'],
  ['America/New_York', '2026-09-25'],
  ['Australia/Lord_Howe', '2026-03-01'],
  ['Australia/Lord_Howe', '2026-09-01'],
] as const;

type Ranges = [from: string, to: string][];
type Week = Partial<Record<'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun', Ranges>>;
const office: Ranges = [['09:00', '18:00']];
const night: Ranges = [['00:00', '05:00']];
const always: Ranges = [['00:00', '24:00']];
const weeks: readonly Week[] = [
  { mon: office, tue: office, wed: office, thu: office, fri: office },
  { mon: office, tue: office, sat: night, sun: night },
  { mon: always, tue: always, wed: always, thu: always, fri: always, sat: always, sun: always },
];

/** The policy of a vendor, at a desk with these hours in a zone; no date is closed but by its weekday. */
function movedTo(vendor: string, timezone: string, hours: Week): Policy {
  const { pack } = policyOf(vendor);
  if (!('offices' in pack.desk)) throw new Error(`${vendor} states no hours`);
  const desk = {
    ...pack.desk,
    timezone,
    offices: pack.desk.offices.slice(0, 1).map((one) => ({ ...one, hours })),
    closedOn: [],
    workingWeekends: 'ignore' as const,
  };
  return compilePolicy({ ...pack, desk }, calendarYears);
}

/** A ticket of that policy, opened and acted on at one instant. */
function acted(policy: Policy, at: number, act: LifeAct) {
  const ticket = playTicket(policy, {
    receivedAt: at,
    arrival: 'channel',
    category: 'error',
    answered: new Set(policy.fields.keys()),
    attachments: 1,
    requester: { proven: true, category: undefined, entitlement: null },
  });
  const done = play(ticket, 'agent', at, act);
  if (!done.ok) throw new Error(done.failure.code);
  return done.value;
}
const comes = (ticket: ReturnType<typeof acted>, kind: string) =>
  running(ticket).find((deadline) => deadline.kind === kind)?.fireAt;

const scene = fc
  .record({
    change: fc.constantFrom(...changes),
    hours: fc.constantFrom(...weeks),
    after: fc.integer({ min: 14 * dayMs, max: 52 * dayMs }),
  })
  .map(({ change: [timezone, first], hours, after }) => ({
    timezone,
    hours,
    at: Date.parse(first) + after,
    naive: naiveHours({ timezone, hours }, first, windowDays),
  }));

test('a silence is reminded of and ends where a person finds it who walks the days, over any change of the clocks', () => {
  fc.assert(
    fc.property(scene, ({ timezone, hours, at, naive }) => {
      const policy = movedTo('moidokumenty', timezone, hours);
      const asked = acted(policy, at, { act: 'ask', digest: 'd' });
      const remindAt = naive.addBusinessDays(at, 1, 'sameClockRoll');
      const reminded = fire(asked, 'silence.remind', remindAt);

      expect(comes(asked, 'silence.remind')).toBe(remindAt);
      expect(comes(reminded, 'silence.close')).toBe(naive.addBusinessDays(at, 2, 'endOfDay'));
    }),
    { numRuns: 150 },
  );
});

test('a contact after a solution is sent, and a person called, where such a walk finds it', () => {
  fc.assert(
    fc.property(scene, ({ timezone, hours, at, naive }) => {
      const policy = movedTo('modme', timezone, hours);
      const solved = acted(policy, at, { act: 'resolve', answer: null, digest: 'd' });
      const sendAt = naive.addBusinessDays(at, 1, 'clamped');
      const sent = fire(solved, 'follow_up.send', sendAt);

      expect(comes(solved, 'follow_up.send')).toBe(sendAt);
      expect(comes(sent, 'follow_up.call')).toBe(naive.addBusinessDays(sendAt, 2, 'clamped'));
    }),
    { numRuns: 150 },
  );
});
