import { severities, type Severity } from '#shared/vocabulary.ts';
import type { Duration } from '#shared/wire/decision.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

/** What of a contract sets its term. */
export interface TermFacts {
  readonly firstResponse?: Duration | null | undefined;
  /** In the place of the one above. */
  readonly firstResponseBySeverity?:
    | Readonly<Partial<Record<Severity, Duration>>>
    | null
    | undefined;
  readonly level?: string | null | undefined;
  readonly plan?: string | null | undefined;
}

/**
 * The term of the first response that a contract sets: for the severity, for all, or by the level or
 * plan it names. Undefined where it sets none.
 */
export function contractTerm(
  { levels, plans }: Pick<PolicyPack, 'levels' | 'plans'>,
  contract: TermFacts,
  severity: Severity,
): Duration | undefined {
  const level = levels.find(({ id }) => id === contract.level);
  const plan = plans.find(({ id }) => id === contract.plan);
  return (
    contract.firstResponseBySeverity?.[severity] ??
    contract.firstResponse ??
    level?.firstResponse ??
    plan?.firstResponse ??
    undefined
  );
}

/** The term of every severity that has one. Undefined where the contract tells severities not apart. */
export function termsBySeverity(
  pack: Pick<PolicyPack, 'levels' | 'plans'>,
  contract: TermFacts,
): Partial<Record<Severity, Duration>> | undefined {
  if (Object.keys(contract.firstResponseBySeverity ?? {}).length === 0) return undefined;
  return Object.fromEntries(
    severities.flatMap((severity) => {
      const term = contractTerm(pack, contract, severity);
      return term ? [[severity, term]] : [];
    }),
  );
}
