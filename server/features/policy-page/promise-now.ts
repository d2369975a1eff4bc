import type { FirstResponsePromise } from '#shared/wire/decision.ts';
import { decisionOf } from '#server/policy/present-decision.ts';
import type { Policy } from '#server/policy/packs.ts';

/**
 * The first response to a customer in good standing whose complete request reaches the desk now:
 * what the regulation promises at its best. Whom it holds for is said beside it.
 *
 * @param now epoch milliseconds
 */
export function promiseNow(policy: Policy, now: number): FirstResponsePromise {
  const { intake, requesters } = policy.pack;
  return decisionOf(policy, {
    receivedAt: now,
    arrival: 'channel',
    category: intake.categories.find(({ out }) => out === undefined)?.id ?? '',
    answered: new Set(policy.fields.keys()),
    attachments: 1,
    requester: { proven: true, category: requesters.categories[0]?.id, entitlement: {} },
  }).firstResponse;
}
