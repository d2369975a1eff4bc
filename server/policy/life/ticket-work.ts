import type { PolicyRequester } from '#server/policy/decision/entitlement.ts';
import { planOf } from '#server/policy/decision/plans.ts';
import type { Policy } from '#server/policy/packs.ts';
import { categoryTerms, workTerms, type Work, type WorkTerms } from './work-terms.ts';

/** A piece of work on a ticket. */
export interface TicketWork extends Pick<Work, 'exclusive' | 'ownError'> {
  /** The ticket's. */
  readonly category: string;
  /** An id of a plan's items or of `scope.in`; absent: what the category is about. */
  readonly item?: string | undefined;
}

/**
 * On what terms somebody works on a ticket. An item by name goes before the category, but neither an
 * item that belongs to a category refused to this requester, nor one that no list holds, opens what
 * is refused (S4.3.3.2: nothing is developed to order on a rented copy, whatever the work is called).
 *
 * @throws RangeError when the pack has no such category
 */
export function ticketWorkTerms(
  policy: Policy,
  { category, ...work }: TicketWork,
  requester: PolicyRequester,
): WorkTerms {
  const { item } = work;
  const ofCategory = categoryTerms(policy, category, requester);
  if (item === undefined) return ofCategory;
  const home = policy.pack.intake.categories.find(({ inBy }) =>
    inBy.some((taken) => taken.item === item),
  );
  if (home) {
    const ofHome = categoryTerms(policy, home.id, requester);
    if (ofHome.outcome === 'refuse') return ofHome;
  }
  const plan = requester.proven ? requester.entitlement?.plan : undefined;
  const listed =
    policy.pack.scope.in.some(({ id }) => id === item) ||
    planOf(policy.pack, plan)?.items.some(({ id }) => id === item);
  if (!listed && ofCategory.outcome === 'refuse') return ofCategory;
  return workTerms(policy.pack, { ...work, item, plan });
}
