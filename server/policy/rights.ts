import type { AgentRight } from '#shared/wire/decision.ts';
import type { Findings } from './findings.ts';
import type { PolicyPack } from './pack.ts';
import type { RightCondition } from './pack/scope.ts';

/** What the regulation lets an agent do with this request. Offered with its clause, never executed. */
export function rightsOf(pack: PolicyPack, findings: Findings): AgentRight[] {
  const { scope, missing, guaranteed, entitlement, question } = findings;
  const holds = {
    always: true,
    missing_fields: missing.length > 0,
    not_guaranteed: !guaranteed,
    not_entitled: entitlement.state !== 'entitled',
    unproven: !question.requester.proven,
    out_of_scope: scope.state === 'out',
    after_diagnosis: false,
  } as const satisfies Record<RightCondition, boolean>;
  const refusal =
    scope.reason === undefined
      ? []
      : [{ action: 'refuse', reason: scope.reason, clause: scope.clause } as const];
  const offered = pack.rights
    .filter(({ when }) => when.some((condition) => holds[condition]))
    .map(({ action, reason, clause }) => ({ action, reason, clause }));
  return [...refusal, ...offered];
}
