import type { AgentRight } from '#shared/wire/decision.ts';
import { conditionsOf } from './allowed-reasons.ts';
import type { Findings } from './findings.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

/** What the regulation lets an agent do with this request. Offered with its clause, never executed. */
export function rightsOf(pack: PolicyPack, findings: Findings): AgentRight[] {
  const { scope, missing, guaranteed, entitlement, question } = findings;
  const holds = conditionsOf({
    diagnosisStarted: false,
    missingFields: missing.length > 0,
    guaranteed,
    entitled: entitlement.state === 'entitled',
    proven: question.requester.proven,
    outOfScope: scope.state === 'out',
  });
  const excluded = pack.scope.out
    .filter(({ reason, afterDiagnosis }) => reason === scope.reason && !afterDiagnosis)
    .map(({ reason }) => ({ action: 'refuse', reason, clause: scope.clause }) as const);
  const offered = pack.rights
    .filter(({ when }) => when.some((condition) => holds[condition]))
    .map(({ action, reason, clause }) => ({ action, reason, clause }));
  return [...excluded, ...offered];
}
