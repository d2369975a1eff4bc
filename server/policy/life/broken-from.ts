import type { FirstResponsePromise } from '#shared/wire/decision.ts';
import { deskOfOffice } from '#server/policy/calendar/office-coverage.ts';
import { targetMsOf } from '#server/policy/decision/due.ts';
import type { Policy } from '#server/policy/packs.ts';
import { instant } from './step.ts';

/**
 * From when a promise is broken where that is later than its due instant: hours that end at a closing
 * are shown as due then, and none of them has passed until the next opening.
 *
 * @returns ISO 8601; undefined where the due instant itself decides
 */
export function brokenFrom(
  { desk }: Policy,
  promise: Pick<FirstResponsePromise, 'dueAt' | 'target' | 'hoursPerDay' | 'office'>,
): string | undefined {
  const { dueAt, target, hoursPerDay, office } = promise;
  if (!desk || dueAt === null || !target || targetMsOf(target, hoursPerDay) === null) {
    return undefined;
  }
  const due = Date.parse(dueAt);
  const opening = deskOfOffice(desk, office ?? null).schedule.nextOpen(due);
  return opening === due ? undefined : instant(opening);
}
