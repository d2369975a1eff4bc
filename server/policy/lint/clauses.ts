import type { PolicyPack } from '#server/policy/pack.ts';
import { citedClauses } from '#server/policy/pack/cited-clauses.ts';
import { pointerOf } from '#server/policy/pack/pointer.ts';
import type { LintFinding } from './finding.ts';

/** Clauses that state a rule and that no section runs. Rules without a clause do not parse. */
export function clausesWithoutRule(pack: PolicyPack): LintFinding[] {
  const cited = new Set(citedClauses(pack).map(({ clause }) => clause));
  return Object.entries(pack.clauses)
    .filter(([number, { states }]) => states === 'rule' && !cited.has(number))
    .map(([number]) => ({
      code: 'clause.without_rule',
      level: 'warning',
      at: pointerOf(['clauses', number]),
      text: `Clause ${number} is stated, and no section runs it.`,
      remedy: 'Cite it where its rule stands, or say that it `states` a definition or a remark.',
    }));
}
