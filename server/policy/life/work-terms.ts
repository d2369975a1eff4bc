import type { PolicyRequester } from '#server/policy/decision/entitlement.ts';
import type { PolicyPack } from '#server/policy/pack.ts';
import type { Policy } from '#server/policy/packs.ts';
import { countsHoursOf, type PlanItem, planOf } from '#server/policy/decision/plans.ts';
import { scopeOf } from '#server/policy/decision/scope.ts';

/** On what terms a piece of work is done. */
export type WorkTerms =
  /** Part of support or of the plan. `countsHours`: the plan's hours are used up by it. */
  | { readonly outcome: 'included'; readonly countsHours: boolean; readonly clause: string }
  /** Only with an order that the customer has accepted. */
  | { readonly outcome: 'order'; readonly clause: string }
  /** `reason` of `scope.out`, where one excludes it. */
  | { readonly outcome: 'refuse'; readonly reason?: string; readonly clause: string }
  /** The regulation neither lists it nor says that it renders only what it lists. */
  | { readonly outcome: 'unstated' };

/** A piece of work that somebody is about to do. */
export interface Work {
  /** An id of a plan's items or of `scope.in`. */
  readonly item: string;
  /** Plan of the customer, where there is one. */
  readonly plan?: string | undefined;
  /** An exclusive edition of the product needs orders where the standard one does not. */
  readonly exclusive?: boolean;
  /** The vendor's own error is what is worked on. */
  readonly ownError?: boolean;
}

/** What the plan says first, then what support does for everybody, then what holds for the rest. */
export function workTerms(pack: PolicyPack, work: Work): WorkTerms {
  const item = planOf(pack, work.plan)?.items.find(({ id }) => id === work.item);
  if (item) return itemTerms(pack, item, work);
  const listed = pack.scope.in.find(({ id }) => id === work.item);
  if (listed)
    return { outcome: 'included', countsHours: countsHours(pack, work), clause: listed.clause };
  const { onlyListed } = pack.scope;
  return onlyListed
    ? { outcome: onlyListed.otherwise, clause: onlyListed.clause }
    : { outcome: 'unstated' };
}

/**
 * On what terms a category of requests is worked on for this requester (D8): what is excluded for
 * those who rent may be an order for those who bought.
 *
 * @throws RangeError when the pack has no such category
 */
export function categoryTerms(
  policy: Policy,
  category: string,
  requester: PolicyRequester,
): WorkTerms {
  const { state, clause, reason } = scopeOf(policy, category, requester);
  if (state === 'out') return { outcome: 'refuse', ...(reason ? { reason } : {}), clause };
  const plan = requester.proven ? requester.entitlement?.plan : undefined;
  const taken = policy.categories.get(category)?.inBy.find((one) => one.plan === plan);
  return taken?.item === undefined
    ? { outcome: 'included', countsHours: countsHours(policy.pack, { plan }), clause }
    : workTerms(policy.pack, { item: taken.item, plan });
}

function itemTerms(pack: PolicyPack, { terms, clause }: PlanItem, work: Work): WorkTerms {
  const byOrder =
    terms === 'by_order' || (terms === 'order_for_exclusive' && work.exclusive === true);
  return byOrder
    ? { outcome: 'order', clause }
    : { outcome: 'included', countsHours: countsHours(pack, work), clause };
}

function countsHours(
  { hours, plans }: PolicyPack,
  { plan: id, ownError }: Pick<Work, 'plan' | 'ownError'>,
): boolean {
  const plan = plans.find((one) => one.id === id);
  if (!hours || !plan || plan.hoursPerMonth === null) return false;
  return countsHoursOf(hours, plan) && !(ownError && hours.ownErrors === 'free');
}
