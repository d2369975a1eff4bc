import { criticalTrack } from './critical-track.ts';
import type { ActOf } from './life-act.ts';
import { hasEnded } from './life-state.ts';
import { firstResponse } from './step-answers.ts';
import { events, instant, refuse, type StepContext, type StepResult } from './step.ts';

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
 * it has ended.
 */
export function setSeverity(
  { policy, state, at }: StepContext,
  { severity }: ActOf<'set_severity'>,
): StepResult {
  if (state.severity === severity) return events();
  const track = hasEnded(state) ? null : criticalTrack(policy.pack, { severity, receivedAt: at });
  return events({
    kind: 'severity_set',
    params: { from: state.severity, to: severity, ackBy: track ? instant(track.ackBy) : null },
  });
}

/** Somebody looks after what is critical: nobody else is called. The first one holds. */
export function takeUp({ state }: StepContext, { agent }: ActOf<'take_up'>): StepResult {
  const clock = state.clocks.critical_ack;
  if (!clock) return refuse({ code: 'critical.not_running' });
  return clock.stoppedAt === null ? events({ kind: 'taken_up', params: { by: agent } }) : events();
}

export const assign = ({ state }: StepContext, { to }: ActOf<'assign'>): StepResult =>
  state.assignee === to ? events() : events({ kind: 'assigned', params: { to } });
