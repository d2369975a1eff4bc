import type { FirstResponsePromise } from '#shared/wire/decision.ts';
import { bestQuestion } from '#server/policy/decision/best-question.ts';
import type { Policy } from '#server/policy/packs.ts';
import { decisionOf } from '#server/policy/decision/present-decision.ts';

/**
 * The first response to a customer in good standing whose complete request reaches the desk now:
 * what the regulation promises at its best. Whom it holds for is said beside it.
 *
 * @param now epoch milliseconds
 */
export const promiseNow = (policy: Policy, now: number): FirstResponsePromise =>
  decisionOf(policy, bestQuestion(policy, { receivedAt: now })).firstResponse;
