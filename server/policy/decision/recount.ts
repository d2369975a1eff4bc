import type { FirstResponsePromise } from '#shared/wire/decision.ts';
import type { DeskCalendar } from '#server/policy/calendar/desk-hours.ts';
import { deskOfOffice } from '#server/policy/calendar/office-coverage.ts';
import { dueBy } from './due.ts';
import { presentPromise } from './present-decision.ts';

/**
 * A promise that was given, counted again by the calendar as it is now: from its own receipt, by its
 * own term, its reading and the office whose hours it counted.
 *
 * @param receivedAt the receipt that the promise was counted from, epoch milliseconds
 * @returns undefined where no calendar counted it, or the policy promises nothing by this one
 */
export function recountPromise(
  desk: DeskCalendar | null,
  promise: FirstResponsePromise,
  receivedAt: number,
): FirstResponsePromise | undefined {
  const { clause, target, reading, hoursPerDay, office } = promise;
  if (!desk || !target || promise.dueAt === null || promise.calendar === undefined)
    return undefined;
  const terms = { receivedAt, target, reading: reading ?? 'clamped', hoursPerDay } as const;
  const due = dueBy(deskOfOffice(desk, office), terms);
  if (due.refused) return undefined;
  return {
    ...promise,
    ...presentPromise(desk, {
      clause,
      target,
      reading: reading ?? null,
      hoursPerDay: hoursPerDay ?? null,
      dueAt: due.dueAt,
      unstated: null,
      estimated: due.estimated,
      due,
    }),
  };
}
