import type { EntitlementFacts } from './entitlement.ts';
import type { PolicyPack } from '#server/policy/pack.ts';
import type { PackPlan } from '#server/policy/pack/plans.ts';

/** Something a plan holds. */
export type PlanItem = PackPlan['items'][number];

/** A plan with what it takes over from the plans below it. */
export interface ResolvedPlan extends PackPlan {
  /** Its own items first; an item that it states itself is not taken over. */
  readonly items: PlanItem[];
}

/** The plan of that name; undefined where the pack has none. */
export function planOf({ plans }: PolicyPack, id: string | undefined): ResolvedPlan | undefined {
  const plan = plans.find((one) => one.id === id);
  if (!plan) return undefined;
  const items = [...plan.items];
  const passed = new Set([plan.id]);
  let below = plans.find((one) => one.id === plan.extends);
  while (below && !passed.has(below.id)) {
    passed.add(below.id);
    const own = new Set(items.map((item) => item.id));
    items.push(...below.items.filter((item) => !own.has(item.id)));
    const next = below.extends;
    below = plans.find((one) => one.id === next);
  }
  return { ...plan, items };
}

/** Whether the budget of hours binds a plan (E4); a plan for any copy is bound by each. */
export const countsHoursOf = (
  { appliesTo }: NonNullable<PolicyPack['hours']>,
  { kind }: Pick<PackPlan, 'kind'>,
): boolean => kind === null || appliesTo.includes(kind);

/** What a customer's copy is: used for rent, or bought. */
export type CopyKind = NonNullable<PackPlan['kind']>;

/** How a customer is served, as far as plans decide it. */
export type PlanStanding =
  /** The text sells no plan for such copies. */
  | { readonly kind: 'no_plan_needed' }
  | { readonly kind: 'plan'; readonly plan: ResolvedPlan }
  /** A plan is needed and none is on record: these are offered. */
  | { readonly kind: 'offer_plans'; readonly plans: readonly PackPlan[]; readonly clause: string };

/** Which plan a customer has, or which ones to offer. */
export function planStanding(
  pack: PolicyPack,
  copy: CopyKind,
  facts: Pick<EntitlementFacts, 'plan'>,
): PlanStanding {
  const plans = pack.plans.filter(({ kind }) => kind === null || kind === copy);
  if (plans.length === 0) return { kind: 'no_plan_needed' };
  const plan = plans.some(({ id }) => id === facts.plan) ? planOf(pack, facts.plan) : undefined;
  return plan
    ? { kind: 'plan', plan }
    : { kind: 'offer_plans', plans, clause: pack.entitlement.clause };
}

/** Whether one more working chat may be bound to an organisation. */
export type ChatBinding =
  | { readonly outcome: 'allowed'; readonly clause: string | undefined }
  | {
      readonly outcome: 'refused';
      readonly most: number;
      /** The smallest plan that allows one more; undefined where none does. */
      readonly upgradeTo: string | undefined;
      readonly clause: string;
    };

/** @param bound how many chats the organisation has; @param planId a plan the pack does not know limits nothing */
export function chatBinding(pack: PolicyPack, planId: string, bound: number): ChatBinding {
  const chats = planOf(pack, planId)?.chats;
  if (!chats || bound < chats.most) return { outcome: 'allowed', clause: chats?.clause };
  const larger = pack.plans
    .filter((plan) => plan.chats && plan.chats.most > bound)
    .toSorted((a, b) => (a.chats?.most ?? 0) - (b.chats?.most ?? 0));
  return { outcome: 'refused', most: chats.most, upgradeTo: larger[0]?.id, clause: chats.clause };
}
