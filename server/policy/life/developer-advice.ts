import type { PolicyPack } from '#server/policy/pack.ts';
import { workTerms, type WorkTerms } from './work-terms.ts';

/**
 * On what terms a developer advises a requester. Where no plan of the regulation sells it, nothing is
 * said: a desk may still bring a developer in for itself.
 *
 * @param plan of the requester, where there is one
 */
export function developerAdvice(pack: PolicyPack, plan: string | undefined): WorkTerms {
  const item = pack.plans.flatMap(({ items }) => items).find(({ developerAdvice: sold }) => sold);
  return item ? workTerms(pack, { item: item.id, plan }) : { outcome: 'unstated' };
}
