import {
  asked,
  askedAnew,
  ended,
  informed,
  moved,
  nobodyCalled,
  receive,
  resumed,
  unborn,
} from './evolve-parts.ts';
import type { LifeEvent } from './life-event.ts';
import type { LifeState } from './life-state.ts';
import { afterReceipts } from './receipts.ts';
import { clockOf, mark, started, stop } from './run-clocks.ts';
import { statusAfter } from './transitions.ts';

/**
 * The state after an event. Total: what is in a log happened, whatever the rules say today.
 *
 * @param state null before the first event
 * @param at epoch milliseconds
 */
export function evolve(state: LifeState | null, event: LifeEvent, at: number): LifeState {
  const before = state ?? unborn;
  const told = afterReceipts(before, event, at, tell);
  // what happens meanwhile has happened to the ticket that it may be again
  const whole =
    before.beforeMerge && told.beforeMerge
      ? { ...told, beforeMerge: heard(evolve(before.beforeMerge, event, at), event) }
      : told;
  return { ...whole, status: statusAfter(event, whole) };
}

/** A “no” that is said while others go on with the matter opens nothing: it is owed a contact afterwards. */
const heard = (state: LifeState, event: LifeEvent): LifeState =>
  event.kind === 'follow_up_answered' && event.params.solved === false
    ? { ...state, followUp: 'person' }
    : state;

function tell(state: LifeState, event: LifeEvent, at: number): LifeState {
  switch (event.kind) {
    case 'opened': {
      const { category, severity, acknowledged } = event.params;
      const received = receive(state, event.params);
      const firstRespondedAt = acknowledged ? received.receivedAt : null;
      return {
        ...received,
        category,
        severity,
        firstRespondedAt,
        lastRequesterMessageAt: at,
        clocks: acknowledged ? stop(received.clocks, ['first_response'], at) : received.clocks,
      };
    }
    case 'channel_confirmed':
      return receive(state, event.params);
    case 'first_responded':
      return {
        ...state,
        firstRespondedAt: state.firstRespondedAt ?? at,
        clocks: stop(state.clocks, ['first_response'], at),
      };
    case 'replied': {
      const waiting = event.params.proposes ? asked('no_confirmation', at) : null;
      const clocks = stop(state.clocks, ['next_response'], at);
      return { ...state, lastAgentMessageAt: at, waiting, clocks };
    }
    case 'asked':
      return {
        ...state,
        lastAgentMessageAt: at,
        waiting: asked('no_information', at),
        clocks: stop(state.clocks, ['next_response'], at),
      };
    case 'requester_replied': {
      const { startsAt } = event.params;
      const clocks =
        startsAt === undefined
          ? state.clocks
          : { ...state.clocks, next_response: clockOf({ ...event.params, startsAt }) };
      return { ...state, lastRequesterMessageAt: at, waiting: null, clocks };
    }
    case 'request_completed':
      return {
        ...state,
        completed: [...(state.completed ?? []), ...event.params.fields.split(',')],
      };
    case 'diagnosis_started':
      return {
        ...state,
        diagnosisStartedAt: state.diagnosisStartedAt ?? at,
        clocks: stop(state.clocks, ['diagnosis'], at),
      };
    case 'diagnosed':
      return { ...state, finding: event.params.finding, cause: event.params.cause };
    case 'severity_set': {
      const { to, ackBy } = event.params;
      const critical = state.clocks.critical_ack;
      const clocks =
        ackBy === null
          ? stop(state.clocks, ['critical_ack'], at)
          : critical && critical.stoppedAt === null
            ? state.clocks
            : { ...state.clocks, critical_ack: started(at, Date.parse(ackBy)) };
      return ackBy === null
        ? { ...nobodyCalled(state), severity: to, clocks }
        : {
            ...state,
            severity: to,
            clocks,
            onCall: state.onCall ?? { called: [], nextCallAt: null },
          };
    }
    case 'taken_up':
      return {
        ...nobodyCalled(state),
        takenUpBy: state.takenUpBy ?? event.params.by,
        clocks: stop(state.clocks, ['critical_ack'], at),
      };
    case 'on_call_called': {
      const { agent, nextCallAt } = event.params;
      const called = [...(state.onCall?.called ?? []), agent];
      const next = nextCallAt === null ? null : Date.parse(nextCallAt);
      return { ...state, onCall: { called, nextCallAt: next } };
    }
    case 'on_call_exhausted':
      return nobodyCalled(state);
    case 'incident_recovered':
      return { ...nobodyCalled(state), clocks: stop(state.clocks, ['critical_ack'], at) };
    case 'assigned':
      return { ...state, assignee: event.params.to };
    case 'escalated':
      return {
        ...informed(state, event.params, at),
        escalatedTo: event.params.to,
        lastAgentMessageAt: at,
        waiting: null,
      };
    case 'requester_informed':
      return { ...informed(state, event.params, at), lastAgentMessageAt: at };
    case 'returned':
      return {
        ...state,
        escalatedTo: null,
        waiting: askedAnew(state, at),
        clocks: stop(state.clocks, ['next_update'], at),
      };
    case 'release_planned':
      return {
        ...state,
        release: event.params,
        escalatedTo: null,
        waiting: null,
        lastAgentMessageAt: at,
        clocks: stop(state.clocks, ['next_update', 'next_response'], at),
      };
    case 'release_shipped':
      return { ...state, waiting: askedAnew(state, at) };
    case 'deferred':
      return {
        ...state,
        escalatedTo: null,
        waiting: null,
        lastAgentMessageAt: at,
        clocks: stop(state.clocks, ['next_update', 'next_response'], at),
      };
    case 'handed_over':
      return { ...state, handedOver: true };
    case 'reminded':
      return state.waiting
        ? {
            ...state,
            waiting: { ...state.waiting, reminders: state.waiting.reminders + 1, remindedAt: at },
          }
        : state;
    case 'due_warned':
      return { ...state, clocks: mark(state.clocks, event.params.clock, { warnedAt: at }) };
    case 'due_breached':
      return { ...state, clocks: mark(state.clocks, event.params.clock, { breachedAt: at }) };
    case 'due_moved':
      return moved(state, event.params);
    case 'resolved':
      return {
        ...ended(state, at),
        ending: { outcome: 'solved', at, reason: null },
        followUp: event.params.followUp ? 'due' : null,
        followUpAnswered: false,
      };
    case 'closed': {
      const { outcome, reason } = event.params;
      return { ...ended(state, at), ending: { outcome, at, reason } };
    }
    case 'follow_up_sent':
      return { ...state, followUp: 'asked' };
    case 'follow_up_answered':
      return state.mergedInto === null
        ? { ...state, followUp: 'done', followUpAnswered: true }
        : state;
    case 'follow_up_done':
      return { ...state, followUp: 'done' };
    case 'follow_up_called':
      return { ...state, followUp: 'person' };
    case 'reopened':
      return { ...resumed(state), ending: null, followUp: null };
    case 'appealed': {
      const { to, dueAt } = event.params;
      if (state.appealedTo !== null) return state;
      const due = dueAt === null ? null : Date.parse(dueAt);
      return { ...state, appealedTo: to, clocks: { ...state.clocks, appeal: started(at, due) } };
    }
    case 'appeal_heard':
      return { ...state, appealedTo: null, clocks: stop(state.clocks, ['appeal'], at) };
    case 'merged':
      return {
        ...ended(state, at),
        beforeMerge: state,
        mergedInto: event.params.into,
        ending: { outcome: 'merged', at, reason: null },
        followUp: null,
      };
    case 'unmerged': {
      const { beforeMerge: alone } = state;
      return alone ? { ...alone, waiting: askedAnew(alone, at) } : state;
    }
    case 'linked': {
      const links = state.links ?? [];
      const { to } = event.params;
      return links.includes(to) ? state : { ...state, links: [...links, to] };
    }
    case 'noted':
    case 'problem_linked':
    case 'incident_opened':
    case 'absorbed':
    case 'separated':
      return state;
  }
}
