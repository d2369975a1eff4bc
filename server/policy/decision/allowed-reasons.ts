import type { AgentRight } from '#shared/wire/decision.ts';
import type { PolicyPack } from '#server/policy/pack.ts';
import type { RightCondition } from '#server/policy/pack/scope.ts';

/** What is true of a ticket when an agent looks for a reason. */
export interface ReasonState {
  /** Whether the cause has been looked for: before that nobody can be told it. */
  readonly diagnosisStarted: boolean;
  readonly missingFields: boolean;
  readonly guaranteed: boolean;
  readonly entitled: boolean;
  readonly proven: boolean;
  readonly outOfScope: boolean;
}

/** A reason that an agent may pick. A person decides, the requester is told it with its clause. */
export interface AllowedReason {
  readonly action: AgentRight['action'] | 'defer';
  readonly reason: string;
  readonly clause: string;
  readonly nextStep?: PolicyPack['scope']['out'][number]['nextStep'];
}

/** Everything the regulation lets an agent decide against a request now, each reason once an action. */
export function allowedReasons({ scope, rights }: PolicyPack, state: ReasonState): AllowedReason[] {
  const holds = conditionsOf(state);
  const excluded = scope.out
    .filter(({ afterDiagnosis }) => state.diagnosisStarted || !afterDiagnosis)
    .map(
      ({ reason, clause, nextStep }) => ({ action: 'refuse', reason, clause, nextStep }) as const,
    );
  const offered = rights
    .filter(({ when }) => when.some((condition) => holds[condition]))
    .map(({ action, reason, clause }) => ({ action, reason, clause }));
  const deferred = scope.deferReasons.map(({ reason, clause, nextStep }) => ({
    action: 'defer' as const,
    reason,
    clause,
    ...(nextStep ? { nextStep } : {}),
  }));
  const told = new Set<string>();
  return [...excluded, ...offered, ...deferred].filter(({ action, reason }) => {
    const name = `${action} ${reason}`;
    return !told.has(name) && told.add(name);
  });
}

/** What each condition of a right comes to. */
export const conditionsOf = (state: ReasonState): Readonly<Record<RightCondition, boolean>> => ({
  always: true,
  missing_fields: state.missingFields,
  not_guaranteed: !state.guaranteed,
  not_entitled: !state.entitled,
  unproven: !state.proven,
  out_of_scope: state.outOfScope,
  after_diagnosis: state.diagnosisStarted,
});

/** A refusal as it is recorded. It is an answer: the clock of the first response stops by it. */
export interface Refusal extends AllowedReason {
  readonly stopsClockAs: 'answer';
}

/** The refusal by a reason; undefined where the regulation does not allow it now. */
export function refusalBy(
  pack: PolicyPack,
  reason: string,
  state: ReasonState,
): Refusal | undefined {
  const allowed = allowedReasons(pack, state).find(
    (one) =>
      one.action !== 'ask_missing' && one.action !== 'handle_out_of_turn' && one.reason === reason,
  );
  return allowed && { ...allowed, stopsClockAs: 'answer' };
}

/** Causes that can be set: none before a diagnosis has begun. */
export const allowedCauses = (
  { scope }: PolicyPack,
  { diagnosisStarted }: Pick<ReasonState, 'diagnosisStarted'>,
): PolicyPack['scope']['causes'] => (diagnosisStarted ? scope.causes : []);
