import type { LifeEventParams } from './life-event.ts';
import type { ClockState, LifeState } from './life-state.ts';
import { clockOf, mark, started, stop } from './run-clocks.ts';

/** Nothing has happened yet: what `opened` starts from. */
export const unborn: LifeState = {
  status: 'open',
  severity: 'normal',
  category: '',
  receivedAt: null,
  clocks: {},
  firstRespondedAt: null,
  lastAgentMessageAt: null,
  lastRequesterMessageAt: null,
  waiting: null,
  diagnosisStartedAt: null,
  finding: null,
  cause: null,
  onCall: null,
  takenUpBy: null,
  assignee: null,
  escalatedTo: null,
  release: null,
  handedOver: false,
  ending: null,
  followUp: null,
  appealedTo: null,
  mergedInto: null,
};

/** The receipt: the clocks of the first response and of the diagnosis start. */
export function receive(
  state: LifeState,
  terms: LifeEventParams['channel_confirmed' | 'opened'],
): LifeState {
  const { receivedAt, responseStartsAt, diagnosisDueAt } = terms;
  if (receivedAt === null) return state;
  const startsAt = responseStartsAt ?? receivedAt;
  const brokenFrom = terms.responseBrokenFrom;
  const dueAt = terms.responseDueAt;
  const response = { startsAt, dueAt, warnAt: terms.responseWarnAt, brokenFrom };
  const diagnosis = { startsAt, dueAt: diagnosisDueAt, brokenFrom };
  return {
    ...state,
    receivedAt: Date.parse(receivedAt),
    clocks: {
      ...state.clocks,
      first_response: clockOf(response),
      ...(diagnosisDueAt === null ? {} : { diagnosis: clockOf(diagnosis) }),
    },
  };
}

/** Nobody else of the rota is called. */
export const nobodyCalled = (state: LifeState): LifeState => ({
  ...state,
  onCall: state.onCall && { ...state.onCall, nextCallAt: null },
});

/** The requester's turn. */
export const asked = (reason: NonNullable<LifeState['waiting']>['for'], since: number) => ({
  for: reason,
  since,
  reminders: 0,
  remindedAt: null,
});

/** What was asked while others had the ticket is theirs to answer from now on, with the whole term. */
export const askedAnew = ({ waiting }: LifeState, since: number): LifeState['waiting'] =>
  waiting && asked(waiting.for, since);

/** The requester was told of further terms, and hears again by the next update. */
export function informed(
  state: LifeState,
  { nextUpdateBy }: LifeEventParams['requester_informed'],
  at: number,
): LifeState {
  const due = nextUpdateBy === null ? null : Date.parse(nextUpdateBy);
  const clocks = stop(state.clocks, ['next_response'], at);
  return { ...state, clocks: { ...clocks, next_update: started(at, due) } };
}

/** Work has ended: nothing runs any more. An appeal is heard all the same. */
export const ended = (state: LifeState, at: number): LifeState => ({
  ...nobodyCalled(state),
  waiting: null,
  escalatedTo: null,
  clocks: stop(
    state.clocks,
    ['first_response', 'diagnosis', 'next_response', 'next_update', 'critical_ack'],
    at,
  ),
});

/** What the end alone had stopped goes on: nobody has answered it. */
export function resumed(state: LifeState): LifeState {
  const { ending, clocks, firstRespondedAt, diagnosisStartedAt } = state;
  const { first_response: response, diagnosis } = clocks;
  const byEnd = (clock: ClockState | undefined) =>
    clock && clock.stoppedAt === ending?.at ? { ...clock, stoppedAt: null } : clock;
  const first = firstRespondedAt === null ? byEnd(response) : response;
  const second = diagnosisStartedAt === null ? byEnd(diagnosis) : diagnosis;
  return {
    ...state,
    clocks: {
      ...clocks,
      ...(first ? { first_response: first } : {}),
      ...(second ? { diagnosis: second } : {}),
    },
  };
}

/** A promise that was counted again, and a diagnosis that is due with it. */
export function moved(
  state: LifeState,
  { to, brokenFrom = to, warnAt = null, diagnosisDueAt = null }: LifeEventParams['due_moved'],
): LifeState {
  const warns = warnAt === null ? null : Date.parse(warnAt);
  const broken = Date.parse(brokenFrom);
  const response = { dueAt: Date.parse(to), brokenFrom: broken, warnAt: warns, warnedAt: null };
  const clocks = mark(state.clocks, 'first_response', response);
  return {
    ...state,
    clocks:
      diagnosisDueAt === null
        ? clocks
        : mark(clocks, 'diagnosis', { dueAt: Date.parse(diagnosisDueAt), brokenFrom: broken }),
  };
}
