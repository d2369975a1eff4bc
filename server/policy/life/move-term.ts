import type { FirstResponsePromise } from '#shared/wire/decision.ts';
import type { Policy } from '#server/policy/packs.ts';
import { brokenFrom } from './broken-from.ts';
import { diagnosisLimit } from './diagnosis-limit.ts';
import type { LifeEvent, LifeEventParams } from './life-event.ts';
import type { LifeState } from './life-state.ts';
import { ownReceipt } from './receipts.ts';
import { instant } from './step.ts';
import { warnAt } from './warn-at.ts';

/** A due instant that is another one now. */
type DueMoved = Extract<LifeEvent, { kind: 'due_moved' }>;

/**
 * The event of a promise that is due at another instant. None where the response was given, or where
 * its instant is the same or has passed: what is late stays late.
 *
 * @param at epoch milliseconds
 */
export function dueMoved(
  policy: Policy,
  state: LifeState,
  promise: FirstResponsePromise,
  because: NonNullable<LifeEventParams['due_moved']['because']>,
  at: number,
): readonly DueMoved[] {
  const { response: clock } = ownReceipt(state);
  const { diagnosis } = state.clocks;
  const { dueAt, startsAt, clause, office, calendar = '' } = promise;
  if (!clock || clock.stoppedAt !== null || dueAt === null || startsAt === null) return [];
  const due = Date.parse(dueAt);
  if (clock.dueAt === due || (clock.dueAt !== null && clock.dueAt <= at)) return [];
  const warning = due > at ? warnAt(policy, Date.parse(startsAt), due, office) : null;
  const broken = brokenFrom(policy, promise);
  const limit =
    diagnosis?.stoppedAt === null ? diagnosisLimit(policy.pack, { dueAt: due, clause }) : null;
  return [
    {
      kind: 'due_moved',
      params: {
        from: clock.dueAt === null ? null : instant(clock.dueAt),
        to: dueAt,
        ...(broken === undefined ? {} : { brokenFrom: broken }),
        warnAt: warning,
        diagnosisDueAt: limit && limit.dueAt !== null ? instant(limit.dueAt) : null,
        calendar,
        because,
      },
    },
  ];
}
