import type { TicketStatus } from '#shared/vocabulary.ts';
import type { LifeEvent } from './life-event.ts';
import type { LifeState } from './life-state.ts';
import { atWork, goesOn, heldElsewhere } from './standing.ts';
import type { Transition } from './transition.ts';

const working = ['open', 'in_progress', 'waiting_requester', 'escalated'] as const;
const unended = [...working, 'waiting_release', 'deferred'] as const;
const ended = ['resolved', 'closed'] as const;
const received = [...unended, ...ended] as const;
const any = ['awaiting_channel', ...received] as const;

const agent = ['agent'] as const;
const requester = ['requester'] as const;
const system = ['system'] as const;

/**
 * The life of a ticket, whole: each event with who may cause it, where the ticket has to stand, where it
 * stands after, what happens to its clocks and which rule of the pack speaks of it. What else has to
 * hold is said by the act that causes it, in the file of its subject beside this one.
 */
export const transitions: { readonly [Kind in LifeEvent['kind']]: Transition } = {
  opened: {
    by: ['requester', 'agent', 'system'],
    from: [],
    to: ({ receivedAt }) => (receivedAt === null ? 'awaiting_channel' : 'open'),
    clocks: ['starts first_response', 'starts diagnosis'],
    rule: 'clocks.firstResponse',
  },
  channel_confirmed: {
    by: ['agent', 'system'],
    from: ['awaiting_channel'],
    to: 'open',
    clocks: ['starts first_response', 'starts diagnosis'],
    rule: 'widget',
  },
  first_responded: {
    by: ['agent', 'system'],
    from: received,
    to: 'stays',
    clocks: ['stops first_response'],
    rule: 'stops',
  },
  replied: {
    by: agent,
    from: unended,
    to: (state) => heldElsewhere(state, state.waiting ? 'waiting_requester' : 'in_progress'),
    clocks: ['stops next_response', 'starts silence', 'stops silence'],
    rule: 'stops',
  },
  asked: {
    by: agent,
    from: unended,
    to: (state) => heldElsewhere(state, 'waiting_requester'),
    clocks: ['stops next_response', 'starts silence'],
    rule: 'clocks.pauses',
  },
  noted: { by: ['agent', 'system'], from: any, to: 'stays', clocks: [] },
  requester_replied: {
    by: requester,
    from: any,
    to: (state) =>
      state.status === 'waiting_requester' || state.status === 'deferred'
        ? atWork(state)
        : state.status,
    clocks: ['stops silence', 'starts next_response'],
    rule: 'clocks.nextResponse',
  },
  request_completed: {
    by: requester,
    from: any,
    to: 'stays',
    clocks: [],
    rule: 'intake.completeness',
  },
  diagnosis_started: {
    by: agent,
    from: unended,
    to: ({ status }) => (status === 'open' ? 'in_progress' : status),
    clocks: ['stops diagnosis'],
    rule: 'clocks.diagnosis',
  },
  diagnosed: { by: agent, from: unended, to: 'stays', clocks: [], rule: 'scope.causes' },
  severity_set: {
    by: ['agent', 'system'],
    from: any,
    to: 'stays',
    clocks: ['starts critical_ack', 'stops critical_ack'],
    rule: 'queue',
  },
  taken_up: {
    by: agent,
    from: unended,
    to: 'stays',
    clocks: ['stops critical_ack'],
    rule: 'clocks.critical',
  },
  on_call_called: {
    by: ['agent', 'system'],
    from: any,
    to: 'stays',
    clocks: [],
    rule: 'clocks.critical',
  },
  on_call_exhausted: {
    by: ['agent', 'system'],
    from: any,
    to: 'stays',
    clocks: [],
    rule: 'clocks.critical',
  },
  incident_opened: { by: system, from: any, to: 'stays', clocks: [], rule: 'clocks.critical' },
  incident_recovered: {
    by: system,
    from: any,
    to: 'stays',
    clocks: ['stops critical_ack'],
    rule: 'clocks.critical',
  },
  assigned: { by: ['agent', 'system'], from: any, to: 'stays', clocks: [] },
  escalated: {
    by: agent,
    from: ['open', 'in_progress', 'waiting_requester', 'escalated', 'deferred'],
    to: 'escalated',
    clocks: ['starts next_update', 'stops next_response', 'stops silence'],
    rule: 'escalation',
  },
  requester_informed: {
    by: agent,
    from: unended,
    to: 'stays',
    clocks: ['starts next_update', 'stops next_response'],
    rule: 'escalation',
  },
  returned: {
    by: ['agent', 'system'],
    from: ['escalated'],
    to: goesOn,
    clocks: ['stops next_update', 'starts silence'],
    rule: 'escalation',
  },
  release_planned: {
    by: agent,
    from: unended,
    to: 'waiting_release',
    clocks: ['stops next_update', 'stops next_response', 'stops silence'],
    rule: 'clocks.resolution',
  },
  release_shipped: {
    by: ['agent', 'system'],
    from: ['waiting_release'],
    to: (state) => (state.waiting ? 'waiting_requester' : 'in_progress'),
    clocks: ['starts silence'],
    rule: 'clocks.resolution',
  },
  deferred: {
    by: agent,
    from: unended,
    to: 'deferred',
    clocks: ['stops next_update', 'stops next_response', 'stops silence'],
    rule: 'scope.deferReasons',
  },
  handed_over: { by: agent, from: unended, to: 'stays', clocks: [], rule: 'escalation' },
  reminded: { by: system, from: unended, to: 'stays', clocks: [], rule: 'autoClose' },
  due_warned: { by: system, from: any, to: 'stays', clocks: [] },
  // an instant passes by itself, whoever is the first to find it passed
  due_breached: {
    by: ['system', 'agent', 'requester'],
    from: any,
    to: 'stays',
    clocks: [],
  },
  due_moved: {
    by: ['agent', 'system'],
    from: unended,
    to: 'stays',
    clocks: ['moves first_response', 'moves diagnosis'],
    rule: 'clocks.firstResponse',
  },
  resolved: { by: agent, from: unended, to: 'resolved', clocks: ['stops all'], rule: 'answers' },
  closed: {
    by: ['agent', 'requester', 'system'],
    from: ['awaiting_channel', ...unended],
    to: 'closed',
    clocks: ['stops all'],
    rule: 'autoClose',
  },
  follow_up_sent: { by: system, from: ['resolved'], to: 'stays', clocks: [], rule: 'followUp' },
  follow_up_answered: {
    by: ['requester', 'agent'],
    // closed: asked before it was merged into another
    from: ended,
    to: 'stays',
    clocks: [],
    rule: 'followUp',
  },
  follow_up_called: {
    by: ['system', 'requester'],
    from: ['resolved'],
    to: 'stays',
    clocks: [],
    rule: 'followUp',
  },
  follow_up_done: { by: agent, from: ['resolved'], to: 'stays', clocks: [], rule: 'followUp' },
  reopened: {
    by: ['requester', 'agent', 'system'],
    from: ended,
    to: atWork,
    clocks: ['starts first_response', 'starts diagnosis'],
    rule: 'reopen',
  },
  appealed: {
    by: ['requester', 'agent'],
    from: any,
    to: 'stays',
    clocks: ['starts appeal'],
    rule: 'appeal',
  },
  appeal_heard: { by: agent, from: any, to: 'stays', clocks: ['stops appeal'], rule: 'appeal' },
  linked: { by: ['agent', 'system', 'requester'], from: any, to: 'stays', clocks: [] },
  problem_linked: { by: agent, from: any, to: 'stays', clocks: [] },
  merged: { by: agent, from: received, to: 'closed', clocks: ['stops all'] },
  absorbed: {
    by: agent,
    from: unended,
    to: 'stays',
    clocks: ['starts first_response', 'moves first_response'],
  },
  unmerged: {
    by: agent,
    from: ['closed'],
    to: ({ status }) => status,
    clocks: ['starts all'],
  },
  separated: {
    by: agent,
    from: any,
    to: 'stays',
    clocks: ['starts first_response', 'moves first_response', 'stops first_response'],
  },
};

/** Where a ticket stands after an event that its other facts hold already. */
export function statusAfter({ kind }: LifeEvent, state: LifeState): TicketStatus {
  const { to } = transitions[kind];
  return to === 'stays' ? state.status : typeof to === 'string' ? to : to(state);
}
