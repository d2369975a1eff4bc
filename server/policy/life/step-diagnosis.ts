import type { Severity } from '#shared/vocabulary.ts';
import { promiseOfSeverity } from '#server/policy/decision/severity-promise.ts';
import { criticalTrack } from './critical-track.ts';
import type { ActOf } from './life-act.ts';
import type { LifeEvent } from './life-event.ts';
import { hasEnded } from './life-state.ts';
import { dueMoved } from './move-term.ts';
import { ownReceipt } from './receipts.ts';
import { firstResponse } from './step-answers.ts';
import { events, instant, refuse, type StepContext, type StepResult } from './step.ts';

/** Somebody begins to look for the cause; once. */
export function startDiagnosis(context: StepContext): StepResult {
  if (context.state.diagnosisStartedAt !== null) return events();
  return events(
    { kind: 'diagnosis_started', params: {} },
    ...firstResponse(context, 'diagnosis_started'),
  );
}

/** A finding, and a cause that the pack names: nobody can be told one before it was looked for. */
export function diagnose(
  { policy, state }: StepContext,
  { finding, cause }: ActOf<'diagnose'>,
): StepResult {
  if (state.diagnosisStartedAt === null) return refuse({ code: 'diagnosis.not_started' });
  if (cause !== null && !policy.pack.scope.causes.some(({ id }) => id === cause)) {
    return refuse({ code: 'cause.unknown' });
  }
  return events({ kind: 'diagnosed', params: { finding, cause } });
}

/**
 * An agent's word on how heavy it is; what is critical has to be taken up, round the clock (A9), unless
 * it has ended. Where its contract has a term of that severity, the first response is due by that.
 */
export function setSeverity(context: StepContext, { severity }: ActOf<'set_severity'>): StepResult {
  const { policy, state, at } = context;
  if (state.severity === severity) return events();
  const track = hasEnded(state) ? null : criticalTrack(policy.pack, { severity, receivedAt: at });
  const set: LifeEvent = {
    kind: 'severity_set',
    params: { from: state.severity, to: severity, ackBy: track ? instant(track.ackBy) : null },
  };
  return events(set, ...termMoved(context, severity));
}

/** A contract may have a term of its own for it. */
function termMoved(
  { policy, facts, state, at }: StepContext,
  severity: Severity,
): readonly LifeEvent[] {
  const { receivedAt } = ownReceipt(state);
  if (receivedAt === null || hasEnded(state)) return [];
  const promise = promiseOfSeverity(policy, facts.promise, severity, receivedAt);
  return promise ? dueMoved(policy, state, promise, 'severity', at) : [];
}

/** Somebody looks after what is critical: nobody else is called. The first one holds. */
export function takeUp({ state }: StepContext, { agent }: ActOf<'take_up'>): StepResult {
  const clock = state.clocks.critical_ack;
  if (!clock) return refuse({ code: 'critical.not_running' });
  return clock.stoppedAt === null ? events({ kind: 'taken_up', params: { by: agent } }) : events();
}

/** Gives a ticket to an agent, or to nobody. */
export const assign = ({ state }: StepContext, { to }: ActOf<'assign'>): StepResult =>
  state.assignee === to ? events() : events({ kind: 'assigned', params: { to } });
