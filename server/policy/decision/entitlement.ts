import type { EntitlementState, Severity } from '#shared/vocabulary.ts';
import type { Duration } from '#shared/wire/decision.ts';
import type { PolicyPack } from '#server/policy/pack.ts';
import { type Policy, vendorDate } from '#server/policy/packs.ts';

/** What is known of a requester's contract, tariff or agreement. Dates are days of the vendor. */
export interface EntitlementFacts {
  readonly validFrom?: string | undefined;
  /** The last valid day, whole. */
  readonly validUntil?: string | undefined;
  readonly plan?: string | undefined;
  readonly level?: string | undefined;
  /** What the contract or the level promises, where the regulation leaves the term to it. */
  readonly firstResponse?: Duration | undefined;
  /** Terms of single severities, in the place of the one above. */
  readonly firstResponseBySeverity?: Readonly<Partial<Record<Severity, Duration>>> | undefined;
}

/** Who asks, as far as it matters to the policy. */
export interface PolicyRequester {
  /** Whether somebody vouches for the identity: a signature, a portal, a verified address. */
  readonly proven: boolean;
  /** Category that the voucher names. */
  readonly category?: string | undefined;
  /** Null where nothing is known. */
  readonly entitlement: EntitlementFacts | null;
}

/** What follows from the state of an entitlement. */
export type EntitlementEffect = PolicyPack['entitlement']['unknown'];

/** The state of an entitlement, the clause that judges it and what follows. */
export interface Entitlement {
  readonly state: EntitlementState;
  readonly effect: EntitlementEffect;
  readonly clause: string;
  readonly validUntil?: string;
}

/** The category that a requester has proven; undefined where none is. */
export const provenCategory = (pack: PolicyPack, requester: PolicyRequester): string | undefined =>
  provenCategoryRule(pack, requester)?.id;

function provenCategoryRule(
  { requesters: { categories } }: PolicyPack,
  requester: PolicyRequester,
) {
  if (!requester.proven) return undefined;
  const claimed = categories.find(({ id }) => id === requester.category);
  return claimed ?? categories.find(({ proof }) => proof === 'identity');
}

/** The category whose fields a requester is asked for. */
export const askedCategory = (pack: PolicyPack, requester: PolicyRequester): string | undefined =>
  provenCategory(pack, requester) ?? pack.requesters.assumed;

/** What follows from a state of an entitlement under this regulation. */
export function effectOf({ entitlement: rule }: PolicyPack, state: EntitlementState) {
  const effects = {
    entitled: 'promise',
    lapsed: rule.lapsed,
    missing: rule.missing,
    unverified: rule.unknown,
  } as const satisfies Record<EntitlementState, EntitlementEffect>;
  return effects[state];
}

/** Whether support holds for this requester at an instant, and what follows where it does not. */
export function entitlementOf(policy: Policy, requester: PolicyRequester, at: number): Entitlement {
  const state = stateOf(policy, requester, at);
  const effect = effectOf(policy.pack, state);
  const { clause } = policy.pack.entitlement;
  const validUntil = requester.proven ? requester.entitlement?.validUntil : undefined;
  return validUntil ? { state, effect, clause, validUntil } : { state, effect, clause };
}

function stateOf(policy: Policy, requester: PolicyRequester, at: number): EntitlementState {
  if (!requester.proven) return 'unverified';
  const facts = requester.entitlement;
  const registered = policy.pack.entitlement.kind === 'registered';
  const category = provenCategoryRule(policy.pack, requester);
  if (registered && !category) return 'missing';
  if (!facts && (!registered || category?.needsAgreement)) return 'missing';
  if (!facts?.validFrom && !facts?.validUntil) return 'entitled';
  const today = vendorDate(policy, at);
  if (facts.validFrom && today < facts.validFrom) return 'missing';
  return facts.validUntil && today > facts.validUntil ? 'lapsed' : 'entitled';
}
