import type { PolicyPack } from '#server/policy/pack.ts';
import { contractTerm, type TermFacts } from './contract-term.ts';

/** What is known of a condition: `unknown` until somebody has shown it or looked. */
export type ConditionState = 'held' | 'broken' | 'unknown';

/** Something an agent has to look at. It never refuses by itself. */
export type RequestFlag =
  | {
      readonly code: 'condition_broken' | 'condition_unknown';
      /** An id of `entitlement.conditions`. */
      readonly condition: string;
      readonly clause: string;
    }
  | {
      readonly code: 'operator_not_listed' | 'not_installed';
      readonly clause: string;
    }
  | ContractGap;

/** Facts that flags come from. What is left out says nothing and flags nothing. */
export interface FlagFacts {
  /** By id of `entitlement.conditions`; a condition left out is unknown. */
  readonly conditions?: Readonly<Record<string, ConditionState>>;
  /** Id of the operator list, or what a person wrote in its place. */
  readonly operator?: string | undefined;
  /** Whether the portal that sent it holds the app, where it came from a portal. */
  readonly installed?: boolean | undefined;
  /** Null where no contract is on record: then there is nothing to complete. */
  readonly contract?: FlaggedContract | null;
}

/** What of a contract can be wanting. */
export type FlaggedContract = TermFacts & { readonly email?: string | null | undefined };

/** What a contract lacks. */
export interface ContractGap {
  readonly code: 'contract_without_term' | 'contract_without_email';
  readonly clause: string;
}

/** Everything about a request that a person has to decide on. */
export const requestFlags = (pack: PolicyPack, facts: FlagFacts): RequestFlag[] => [
  ...conditionFlags(pack, facts),
  ...operatorFlags(pack, facts),
  ...(facts.contract ? contractGaps(pack, facts.contract) : []),
];

/** Conditions besides the entitlement; one that an operator or portal shows is flagged by its own code. */
function conditionFlags({ entitlement }: PolicyPack, facts: FlagFacts): RequestFlag[] {
  return entitlement.conditions.flatMap(({ id, shownBy, clause }): RequestFlag[] => {
    if (shownBy === 'operator') return [];
    if (shownBy === 'installation') {
      return facts.installed === false ? [{ code: 'not_installed', clause }] : [];
    }
    const state = facts.conditions?.[id] ?? 'unknown';
    return state === 'held' ? [] : [{ code: `condition_${state}`, condition: id, clause }];
  });
}

/** Matters only where a condition of support asks for a listed operator. */
function operatorFlags(
  { entitlement, operators }: PolicyPack,
  { operator }: FlagFacts,
): RequestFlag[] {
  const condition = entitlement.conditions.find(({ shownBy }) => shownBy === 'operator');
  if (!condition || !operators || operator === undefined) return [];
  const listed = operators.list.some(({ id }) => id === operator);
  return listed ? [] : [{ code: 'operator_not_listed', clause: condition.clause }];
}

/** What a contract lacks that this regulation leaves to it (A10) or needs of it (B7). */
export function contractGaps(pack: PolicyPack, contract: FlaggedContract): ContractGap[] {
  const { acknowledge, entitlement } = pack;
  const { firstResponse } = pack.clocks;
  const left = firstResponse.kind === 'contract' || firstResponse.kind === 'level';
  const gaps: ContractGap[] = [];
  if (left && !contractTerm(pack, contract, 'normal')) {
    gaps.push({ code: 'contract_without_term', clause: firstResponse.clause });
  }
  if (acknowledge.emailRequired && !contract.email) {
    const clause = acknowledge.clause ?? entitlement.clause;
    gaps.push({ code: 'contract_without_email', clause });
  }
  return gaps;
}
