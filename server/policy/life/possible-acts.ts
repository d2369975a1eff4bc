import type { ProblemCode } from '#shared/wire/problem.ts';
import type { TicketActKind } from '#shared/wire/ticket-act.ts';
import { allowedReasons, type AllowedReason } from '#server/policy/decision/allowed-reasons.ts';
import { dayMs } from '#server/policy/time/local-date.ts';
import type { ActOf } from './life-act.ts';
import { categoryOf, reasonState, type StepContext } from './step.ts';
import { takeStep } from './take-step.ts';

/** What nobody can mend by saying more: the act is not offered then. */
const outOfReach: readonly ProblemCode[] = [
  'act.not_allowed',
  'act.not_yours',
  'ticket.awaiting_channel',
  'ticket.merged',
  'ticket.nobody_reads',
  'merge.holds_others',
  'critical.not_running',
  'close.not_due',
  'follow_up.closed',
  'appeal.not_provided',
  'escalation.not_provided',
  'diagnosis.not_started',
  'proposal.outcome_needed',
];

/** What the desk offers besides writing and the arrival, which has a place of its own. */
type Offered = Exclude<TicketActKind, 'confirm_arrival'>;

/**
 * Acts that an agent may choose from now. Each is tried with everything it could be told, so that this
 * list and the refusal of an act cannot disagree; what would change nothing is left out.
 */
export function possibleActs(context: StepContext): Offered[] {
  return examples(context).flatMap((example) => {
    const step = takeStep(context, example);
    const offered = step.ok
      ? step.value.events.length > 0
      : !outOfReach.includes(step.failure.code);
    return offered ? [example.act] : [];
  });
}

/** Refusals and delays that the regulation allows now, and what else it lets an agent do. */
export const possibleReasons = (context: StepContext): AllowedReason[] =>
  allowedReasons(context.policy.pack, reasonState(context));

/** One of each act that an agent chooses, where the regulation names what it is done with. */
function examples(context: StepContext): ActOf<Offered>[] {
  const { policy, facts, at } = context;
  const { scope, escalation } = policy.pack;
  const reasons = possibleReasons(context);
  const said = { digest: facts.ofWatch ? null : 'said' };
  const terms = { etaAt: at + dayMs, nextUpdateAt: null };
  const to = escalation?.targets[0]?.id;
  const cause = scope.causes.find(({ liable }) => !liable)?.id;
  const refusal = reasons.find(({ action }) => action === 'refuse')?.reason;
  const delay = reasons.find(({ action }) => action === 'defer')?.reason;
  const isWish = categoryOf(context)?.type === 'proposal';
  return [
    { act: 'take_up', agent: '' },
    { act: 'close_silent' },
    { act: 'start_diagnosis' },
    { act: 'diagnose', finding: 'error', cause: null },
    ...(to ? [{ act: 'escalate' as const, to, reason: 'why', terms, ...said }] : []),
    { act: 'inform', terms, ...said },
    { act: 'return' },
    { act: 'plan_release', on: '9999-12-31', version: null, ...said },
    { act: 'ship_release', version: '1' },
    ...(delay ? [{ act: 'defer' as const, reason: delay, ...said }] : []),
    ...(refusal ? [{ act: 'refuse' as const, reason: refusal, ...said }] : []),
    ...(cause ? [{ act: 'refer' as const, cause, ...said }] : []),
    ...(isWish ? [{ act: 'hand_over' as const, to: to ?? 'development', ref: null, ...said }] : []),
    { act: 'decline', ...said },
    { act: 'settle', outcome: 'done', ...said },
    { act: 'resolve', answer: null, ...said },
    { act: 'assign', to: '' },
    { act: 'set_severity', severity: context.state.severity === 'low' ? 'normal' : 'low' },
    { act: 'merge', into: '' },
    { act: 'unmerge' },
    { act: 'link', to: '' },
    { act: 'mark_spam' },
    { act: 'reopen' },
    { act: 'answer_follow_up', solved: true, score: null, digest: null },
    { act: 'finish_follow_up' },
    { act: 'appeal', digest: null },
    { act: 'hear_appeal', ...said },
  ];
}
