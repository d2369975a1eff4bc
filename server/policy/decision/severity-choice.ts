import type { Severity } from '#shared/vocabulary.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

/** How heavy a request is, who said so, and the clause that lets them. */
export interface SeverityChoice {
  readonly severity: Severity;
  readonly by: 'agent' | 'requester' | 'nobody';
  /** Undefined where no clause speaks of severity. */
  readonly clause: string | undefined;
}

/**
 * The severity of a request. An agent's word holds; the requester's answer only suggests, and where
 * neither has spoken it is `normal`.
 *
 * @param answers option ids by field id
 * @param setByAgent null until an agent has set one
 */
export function severityOf(
  { intake, queue }: PolicyPack,
  answers: Readonly<Record<string, unknown>>,
  setByAgent: Severity | null,
): SeverityChoice {
  if (setByAgent) return { severity: setByAgent, by: 'agent', clause: queue.clause };
  const rule = intake.severity;
  const answer = rule ? answers[rule.field] : undefined;
  const suggested = typeof answer === 'string' ? rule?.suggests[answer] : undefined;
  return suggested
    ? { severity: suggested, by: 'requester', clause: rule?.clause }
    : { severity: 'normal', by: 'nobody', clause: rule?.clause };
}
