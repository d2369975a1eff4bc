import { askedCategory, entitlementOf } from '#server/policy/decision/entitlement.ts';
import { firstResponseOf } from '#server/policy/decision/first-response.ts';
import { missingFields } from '#server/policy/decision/intake.ts';
import { noticesOf } from '#server/policy/decision/notices.ts';
import type { Policy } from './packs.ts';
import type { Question } from '#server/policy/decision/question.ts';
import { rightsOf } from '#server/policy/decision/rights.ts';
import { routeOf } from '#server/policy/decision/route.ts';
import type { Ruling } from '#server/policy/decision/ruling.ts';
import { scopeOf } from '#server/policy/decision/scope.ts';

/**
 * What the policy says to a request. Reads no clock and no database: same question, same answer.
 * Numbers only, so that thousands can be asked for; `decisionOf` gives what is stored and shown.
 *
 * @throws RangeError when the pack has no such category
 */
export function decide(policy: Policy, question: Question): Ruling {
  const { pack } = policy;
  const { receivedAt, requester } = question;
  const scope = scopeOf(policy, question.category, requester);
  const entitlement = entitlementOf(policy, requester, receivedAt);
  const { required, asked } = missingFields(pack, question, askedCategory(pack, requester));
  const missing = [...required, ...asked];
  const guaranteed =
    entitlement.state === 'entitled' &&
    !missing.some(({ field }) => pack.guarantee.fields.includes(field));
  const route = routeOf(pack, question.arrival, entitlement);
  const facts = { question, entitlement, missing, guaranteed, scope, route };
  return {
    vendor: pack.vendor,
    edition: pack.edition,
    entitlement,
    guaranteed,
    missing,
    scope,
    route,
    firstResponse: firstResponseOf(policy, facts),
    notices: noticesOf(policy, facts),
    rights: rightsOf(pack, facts),
  };
}
