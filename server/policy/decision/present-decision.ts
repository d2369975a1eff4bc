import type { Decision, FirstResponsePromise, Segment } from '#shared/wire/decision.ts';
import { deskOfOffice } from '#server/policy/calendar/office-coverage.ts';
import { decide } from '#server/policy/decide.ts';
import { calendarLabel, type DeskCalendar } from '#server/policy/calendar/desk-hours.ts';
import { type Due, lastCounted } from './due.ts';
import { type DueSegment, segmentsOf } from './due-segments.ts';
import type { Policy } from '#server/policy/packs.ts';
import type { Question } from './question.ts';
import type { ResponseRuling, Ruling } from './ruling.ts';

/**
 * The decision on a request as it is stored and shown.
 *
 * @throws RangeError when the pack has no such category
 */
export const decisionOf = (policy: Policy, question: Question): Decision =>
  presentDecision(policy, decide(policy, question));

/** A ruling as the wire carries it. `policy` is the one that made it. */
function presentDecision({ desk }: Policy, ruling: Ruling): Decision {
  const { effect: _effect, ...entitlement } = ruling.entitlement;
  return { ...ruling, entitlement, firstResponse: presentPromise(desk, ruling.firstResponse) };
}

/**
 * The promise as the wire carries it. Where the policy refuses to promise by a missing calendar
 * there is no due instant, and the calendar is still named: no term is stated for that year.
 */
export function presentPromise(
  whole: DeskCalendar | null,
  {
    clause,
    dueAt,
    unstated,
    target,
    bySeverity,
    reading,
    hoursPerDay,
    estimated,
    due,
  }: ResponseRuling,
): FirstResponsePromise {
  const desk = whole && deskOfOffice(whole, due?.office);
  const counted = desk && due && dueAt !== null;
  return {
    clause,
    dueAt: counted ? iso(due.dueAt) : null,
    startsAt: counted ? iso(due.startsAt) : null,
    ...(unstated ? { unstated } : {}),
    ...(target ? { target } : {}),
    ...(bySeverity ? { bySeverity } : {}),
    ...(reading ? { reading } : {}),
    ...(hoursPerDay ? { hoursPerDay } : {}),
    estimated,
    ...(due?.office ? { office: due.office } : {}),
    ...(desk && due ? { calendar: calendarOf(desk, due) } : {}),
    segments: counted ? segmentsOf(desk, due).map(segmentToWire) : [],
  };
}

/** Calendar and years that an instant was counted by: `uz-six-day 2026`. */
export const calendarOf = (desk: DeskCalendar, { receivedAt, dueAt }: Due): string =>
  calendarLabel(desk, receivedAt, lastCounted(receivedAt, dueAt));

const iso = (at: number): string => new Date(at).toISOString();

const segmentToWire = ({ from, to, ...rest }: DueSegment): Segment => ({
  from: iso(from),
  to: iso(to),
  ...rest,
});
