import type { ClockKind } from '#shared/vocabulary.ts';
import type { LifeEvent } from './life-event.ts';
import { clockDeadlines, deadlinesOf, type TicketTimerKind } from './deadlines.ts';
import type { LifeState } from './life-state.ts';
import { closeSilent } from './step-endings.ts';
import type { SystemContext } from './step.ts';

/** Which clock a timer belongs to. */
const clockOfTimer = {
  'first_response.due': 'first_response',
  'diagnosis.due': 'diagnosis',
  'next_response.due': 'next_response',
  'next_update.due': 'next_update',
  'critical_ack.due': 'critical_ack',
  'appeal.due': 'appeal',
} as const satisfies Partial<Record<TicketTimerKind, ClockKind>>;

const isClockTimer = (kind: TicketTimerKind): kind is keyof typeof clockOfTimer =>
  kind in clockOfTimer;

/**
 * Promises that have passed and are not marked yet, because their timers are late: whoever stops
 * their clocks has to find them broken.
 *
 * @param at epoch milliseconds
 */
export const overdueEvents = (state: LifeState, at: number): readonly LifeEvent[] =>
  clockDeadlines(state).flatMap(({ kind, fireAt }) =>
    isClockTimer(kind) && fireAt <= at
      ? [{ kind: 'due_breached' as const, params: { clock: clockOfTimer[kind] } }]
      : [],
  );

/**
 * What a deadline does once it has come. Nothing where the ticket has changed meanwhile: a timer that
 * fires late or twice is harmless.
 */
export function dueEvents(context: SystemContext, kind: TicketTimerKind): readonly LifeEvent[] {
  const { policy, state, at } = context;
  const due = deadlinesOf(policy, state).find((deadline) => deadline.kind === kind);
  if (!due || due.fireAt > at) return [];
  if (isClockTimer(kind)) {
    return [{ kind: 'due_breached', params: { clock: clockOfTimer[kind] } }];
  }
  switch (kind) {
    case 'first_response.warn':
      return [{ kind: 'due_warned', params: { clock: 'first_response' } }];
    case 'silence.remind':
      return state.waiting ? [{ kind: 'reminded', params: { waitingFor: state.waiting.for } }] : [];
    // who comes next stands in the rota, beside the ticket
    case 'critical_ack.call':
      return [];
    // only where the regulation closes by itself; elsewhere it is put before an agent
    case 'silence.close': {
      const closed = closeSilent({ ...context, by: 'system' });
      return closed.ok ? closed.value : [];
    }
    case 'follow_up.send':
      return [{ kind: 'follow_up_sent', params: {} }];
    case 'follow_up.call':
      return policy.pack.followUp
        ? [{ kind: 'follow_up_called', params: { clause: policy.pack.followUp.clause } }]
        : [];
  }
}
