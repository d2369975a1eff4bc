import { planOf } from '#server/policy/decision/plans.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

/**
 * The item of a plan that puts its holders' work before that of others at developers; hand-overs to
 * development carry the flag.
 *
 * @param plan of a requester somebody vouches for
 * @returns null where the plan holds no such item
 */
export function developmentPriority(
  pack: PolicyPack,
  plan: string | undefined,
): { readonly item: string; readonly clause: string } | null {
  const item = planOf(pack, plan)?.items.find(({ developmentFirst }) => developmentFirst);
  return item ? { item: item.id, clause: item.clause } : null;
}
