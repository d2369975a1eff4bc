import type { Decision } from '#shared/wire/decision.ts';
import type { PolicyRequester } from './entitlement.ts';
import type { Policy } from '#server/policy/packs.ts';

/**
 * Whether a category is part of support, and the clause that says so. What is excluded in general
 * may belong to a plan; only a plan that somebody vouches for counts.
 *
 * @throws RangeError when the pack has no such category
 */
export function scopeOf(policy: Policy, id: string, requester: PolicyRequester): Decision['scope'] {
  const category = policy.categories.get(id);
  if (!category) throw new RangeError('the pack has no such category');
  const out = category.out === undefined ? undefined : policy.outReasons.get(category.out);
  if (!out) return { state: 'in', clause: category.clause };
  const plan = requester.proven ? requester.entitlement?.plan : undefined;
  const taken = category.inBy.find((included) => included.plan === plan);
  return taken
    ? { state: 'in', clause: taken.clause }
    : { state: 'out', clause: out.clause, reason: out.reason };
}
