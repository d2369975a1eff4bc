import type { PolicyPack } from '#server/policy/pack.ts';
import { overageChoicesOf } from './hours-budget.ts';
import type { WorkTerms } from './work-terms.ts';

/** Whether work may be offered to order. */
export type OrderRule =
  | { readonly outcome: 'allowed'; readonly clause: string }
  /** `reason` of `scope.out`, where one excludes the work. */
  | { readonly outcome: 'refused'; readonly reason?: string; readonly clause: string }
  /** The plan or support holds the work, or the regulation knows no orders for it. */
  | { readonly outcome: 'not_needed'; readonly clause: string | null };

/**
 * Orders are for what the regulation gives to order, and for work that would use hours of a plan up
 * where the pack takes orders in their stead (D8, E2).
 */
export function orderRule({ hours }: Pick<PolicyPack, 'hours'>, terms: WorkTerms): OrderRule {
  switch (terms.outcome) {
    case 'order':
      return { outcome: 'allowed', clause: terms.clause };
    case 'refuse':
      return { ...terms, outcome: 'refused' };
    case 'unstated':
      return { outcome: 'not_needed', clause: null };
    case 'included':
      return terms.countsHours && hours && overageChoicesOf[hours.overage].includes('order')
        ? { outcome: 'allowed', clause: hours.clause }
        : { outcome: 'not_needed', clause: terms.clause };
  }
}
