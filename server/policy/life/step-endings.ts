import type { Result } from '#shared/result.ts';
import { fail, succeed } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { allowedReasons, refusalBy } from '#server/policy/decision/allowed-reasons.ts';
import { autoCloseOf, type AutoClose } from './auto-close.ts';
import { closingAnswer } from './closing-answer.ts';
import { followUpOf } from './follow-up.ts';
import type { ActOf, AnswerGiven } from './life-act.ts';
import type { LifeEvent, LifeEventParams } from './life-event.ts';
import { owesResponse } from './life-state.ts';
import {
  categoryOf,
  events,
  instant,
  reasonState,
  refuse,
  type StepContext,
  type StepResult,
  type SystemContext,
} from './step.ts';

/** A solution; without words only where an answer was given before, or nobody reads one. */
export function resolve(context: StepContext, { answer, digest }: ActOf<'resolve'>): StepResult {
  const { facts, state } = context;
  if (owesResponse(state) && digest === null && !facts.ofWatch) {
    return refuse({ code: 'words.needed' });
  }
  const ending = endingEvents(context, answer);
  const told = facts.ofWatch ? [] : answered(context);
  return ending.ok ? events(...told, ...ending.value) : ending;
}

/** What a solution comes to: an error of the product only with an answer that the regulation accepts. */
export function endingEvents(
  context: StepContext,
  answer: AnswerGiven | null,
): Result<readonly LifeEvent[], Problem> {
  const { policy, facts, state, at } = context;
  const { pack } = policy;
  const type = categoryOf(context)?.type;
  if (type === 'proposal') return fail({ code: 'proposal.outcome_needed' });
  const { finding } = pack.clocks.diagnosis;
  if (finding && state.diagnosisStartedAt !== null && state.finding === null) {
    return fail({ code: 'finding.needed', clause: finding.clause });
  }
  const { kind = null, holds = {} } = answer ?? {};
  const found = closingAnswer(pack, { cause: state.cause, kind, holds });
  if (found.outcome === 'unknown_kind') return fail({ code: 'answer.unknown' });
  if (found.outcome === 'other_kind_needed') {
    const { oneOf, clause } = found;
    return fail({ code: 'answer.other_needed', clause, params: { oneOf: oneOf.join(', ') } });
  }
  if (found.outcome === 'incomplete') {
    return fail({
      code: 'answer.incomplete',
      clause: found.clause,
      params: { needs: found.needs },
    });
  }
  const cure = holds.version ?? holds.update ?? holds.workaround;
  if (type === 'vulnerability' && pack.security && cure === undefined) {
    return fail({ code: 'vulnerability.cure_needed', clause: pack.security.clause });
  }
  const followUp =
    !facts.ofWatch && followUpOf(policy, { resolvedAt: at, outcome: 'solved' }) !== null;
  // what is told in words is kept in a message
  const ref = holds.version ?? holds.date ?? holds.article ?? null;
  return succeed([
    ...lookedInto(context),
    { kind: 'resolved', params: { answer: kind, ref, followUp } },
  ]);
}

/** Whoever solves it has looked into it: where the regulation counts a diagnosis, the log says so. */
const lookedInto = ({ policy, state }: StepContext): readonly LifeEvent[] =>
  policy.pack.clocks.diagnosis.limit !== 'none' && state.diagnosisStartedAt === null
    ? [{ kind: 'diagnosis_started', params: {} }]
    : [];

/** By a reason of the regulation; it is told, and it is an answer. */
export function refuseRequest(context: StepContext, act: ActOf<'refuse'>): StepResult {
  if (act.digest === null) return refuse({ code: 'words.needed' });
  const { policy, state } = context;
  const refusal = refusalBy(policy.pack, act.reason, reasonState(context));
  if (!refusal) {
    const later = policy.outReasons.get(act.reason)?.afterDiagnosis && !state.diagnosisStartedAt;
    return refuse({ code: later ? 'diagnosis.not_started' : 'reason.not_allowed' });
  }
  const thirdParty = policy.outReasons.get(act.reason)?.thirdParty ?? false;
  return closed(context, {
    outcome: thirdParty ? 'referred' : 'refused',
    reason: act.reason,
    clause: refusal.clause,
  });
}

/** Put off by a reason of the regulation, until the requester has brought what is missing. */
export function defer(context: StepContext, act: ActOf<'defer'>): StepResult {
  if (act.digest === null) return refuse({ code: 'words.needed' });
  const allowed = allowedReasons(context.policy.pack, reasonState(context)).find(
    ({ action, reason }) => action === 'defer' && reason === act.reason,
  );
  if (!allowed) return refuse({ code: 'reason.not_allowed' });
  const { reason, clause } = allowed;
  return events(...answered(context), { kind: 'deferred', params: { reason, clause } });
}

/** The cause lies with somebody else, which a diagnosis has found; the requester is told with whom. */
export function refer(context: StepContext, act: ActOf<'refer'>): StepResult {
  if (act.digest === null) return refuse({ code: 'words.needed' });
  const { policy, state } = context;
  if (state.diagnosisStartedAt === null) return refuse({ code: 'diagnosis.not_started' });
  const cause = policy.pack.scope.causes.find(({ id }) => id === act.cause);
  if (!cause || cause.liable) return refuse({ code: 'cause.unknown' });
  const found: readonly LifeEvent[] =
    state.cause === cause.id
      ? []
      : [{ kind: 'diagnosed', params: { finding: state.finding ?? 'no_error', cause: cause.id } }];
  const end = closed(context, { outcome: 'referred', reason: cause.id, clause: cause.clause });
  return end.ok ? events(...found, ...end.value) : end;
}

/** A wish goes to those who develop; its author hears so. */
export function handOver(context: StepContext, act: ActOf<'hand_over'>): StepResult {
  if (act.digest === null) return refuse({ code: 'words.needed' });
  const category = categoryOf(context);
  if (category?.type !== 'proposal') return refuse({ code: 'act.not_allowed' });
  const { escalation } = context.policy.pack;
  if (escalation && !escalation.targets.some(({ id }) => id === act.to)) {
    return refuse({ code: 'escalation.unknown_target' });
  }
  const end = closed(context, {
    outcome: 'handed_over',
    reason: null,
    clause: category.withoutObligation?.clause ?? category.clause,
  });
  return end.ok
    ? events({ kind: 'handed_over', params: { to: act.to, ref: act.ref } }, ...end.value)
    : end;
}

/** A wish that is not taken up; why stands in the words. */
export function decline(context: StepContext, { digest }: ActOf<'decline'>): StepResult {
  if (digest === null) return refuse({ code: 'words.needed' });
  const category = categoryOf(context);
  if (category?.type !== 'proposal') return refuse({ code: 'act.not_allowed' });
  const clause = category.withoutObligation?.clause ?? category.clause;
  return closed(context, { outcome: 'declined', reason: null, clause });
}

/** An opinion that was dealt with; a wish is handed over or declined instead. */
export function settle(context: StepContext, { digest, outcome }: ActOf<'settle'>): StepResult {
  if (digest === null) return refuse({ code: 'words.needed' });
  const category = categoryOf(context);
  if (!category?.feedback) return refuse({ code: 'act.not_allowed' });
  return closed(context, { outcome, reason: null, clause: category.clause });
}

/** After silence, where the regulation ends it so. */
export function closeSilent(context: SystemContext): StepResult {
  const silence = silenceOf(context);
  if (silence?.state !== 'eligible') {
    const until = silence?.state === 'waiting' ? { eligibleAt: instant(silence.eligibleAt) } : {};
    return refuse({ code: 'close.not_due', params: until });
  }
  if (context.by === 'system' && silence.mode !== 'auto') return refuse({ code: 'close.not_due' });
  const { outcome, reason, clause } = silence;
  return events({ kind: 'closed', params: { outcome, reason, clause } });
}

/**
 * What the requester's silence leads to now; undefined where nothing was asked, or while others have the
 * ticket: nobody's silence ends what the desk still owes.
 */
export function silenceOf({ policy, state, at }: Omit<SystemContext, 'by'>): AutoClose | undefined {
  const { waiting } = state;
  if (!waiting || state.status !== 'waiting_requester') return undefined;
  return autoCloseOf(
    policy,
    {
      waitingFor: waiting.for,
      lastAgentMessageAt: waiting.since,
      lastRequesterMessageAt: state.lastRequesterMessageAt,
      remindedAt: waiting.remindedAt,
    },
    at,
  );
}

/** The requester needs nothing any more. */
export const withdraw = (): StepResult =>
  events({ kind: 'closed', params: { outcome: 'withdrawn', reason: null, clause: null } });

/** Rubbish: nobody is told. */
export const markSpam = (): StepResult =>
  events({ kind: 'closed', params: { outcome: 'spam', reason: null, clause: null } });

/** An end that was told is a first response, where one is still to be given. */
const answered = ({ state }: StepContext): readonly LifeEvent[] =>
  owesResponse(state) ? [{ kind: 'first_responded', params: { by: 'answer' } }] : [];

const closed = (context: StepContext, params: LifeEventParams['closed']): StepResult =>
  events(...answered(context), { kind: 'closed', params });
