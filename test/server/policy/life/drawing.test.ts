import { describe, expect, test } from 'vitest';
import { clockKinds, outcomes, ticketStatuses, type ClockKind } from '#shared/vocabulary.ts';
import { evolve } from '#server/policy/life/evolve.ts';
import type { LifeEvent } from '#server/policy/life/life-event.ts';
import type { LifeState } from '#server/policy/life/life-state.ts';
import { started } from '#server/policy/life/run-clocks.ts';
import { follow } from '#server/policy/life/take-step.ts';
import type { ClockEffect, Mover } from '#server/policy/life/transition.ts';
import { transitions } from '#server/policy/life/transitions.ts';

const at = Date.parse('2026-11-24T09:00:00Z');
const iso = (hours: number) => new Date(at + hours * 3_600_000).toISOString();
const receipt = {
  edition: 'e',
  complete: true,
  receivedAt: iso(0),
  responseStartsAt: iso(0),
  responseDueAt: iso(9),
  responseWarnAt: iso(6),
  diagnosisDueAt: iso(9),
};
const opened: LifeEvent = {
  kind: 'opened',
  params: { ...receipt, category: 'error', severity: 'normal', acknowledged: false, digest: 'd' },
};

/** Events of a kind: all that it can say where that matters to clocks. */
const samples: {
  readonly [Kind in LifeEvent['kind']]: readonly Extract<LifeEvent, { kind: Kind }>['params'][];
} = {
  opened: [opened.params],
  channel_confirmed: [receipt],
  first_responded: [{ by: 'answer' }],
  replied: [
    { digest: 'd', answer: null, proposes: true },
    { digest: 'd', answer: null, proposes: false },
  ],
  asked: [{ digest: 'd' }],
  noted: [{ digest: 'd' }],
  requester_replied: [{ digest: 'd' }, { digest: 'd', startsAt: iso(0), dueAt: iso(9) }],
  request_completed: [{ fields: 'version' }],
  diagnosis_started: [{}],
  diagnosed: [{ finding: 'error', cause: null }],
  severity_set: [
    { from: 'normal', to: 'critical', ackBy: iso(1) },
    { from: 'critical', to: 'low', ackBy: null },
  ],
  taken_up: [{ by: 'agt_1' }],
  on_call_called: [{ agent: 'agt_1', nextCallAt: iso(1) }],
  on_call_exhausted: [{}],
  incident_opened: [{ by: 'chk_1' }],
  incident_recovered: [{}],
  assigned: [{ to: 'agt_1' }],
  escalated: [
    { to: 'dev', digest: 'd', eta: null, nextUpdateBy: iso(9), clause: '1', priority: false },
  ],
  requester_informed: [{ eta: null, nextUpdateBy: iso(9) }],
  returned: [{}],
  release_planned: [{ on: '2026-12-01', version: null }],
  release_shipped: [{ version: '2' }],
  deferred: [{ reason: 'r', clause: '1' }],
  handed_over: [{ to: 'dev', ref: null }],
  reminded: [{ waitingFor: 'no_information' }],
  due_warned: [{ clock: 'first_response' }],
  due_breached: [{ clock: 'first_response' }],
  due_moved: [
    { from: iso(9), to: iso(10), calendar: 'c' },
    { from: null, to: iso(10), calendar: 'c', warnAt: iso(8), diagnosisDueAt: iso(10) },
  ],
  resolved: [{ answer: null, ref: null, followUp: true }],
  closed: outcomes
    .filter((outcome) => outcome !== 'solved' && outcome !== 'merged')
    .map((outcome) => ({ outcome, reason: null, clause: null })),
  follow_up_sent: [{}],
  follow_up_answered: [{ solved: true, score: 5, digest: null }],
  follow_up_called: [{ clause: '1' }],
  follow_up_done: [{}],
  reopened: [{ clause: null }],
  appealed: [{ to: 'head', dueAt: iso(9), clause: '1', digest: null }],
  appeal_heard: [{ digest: 'd' }],
  linked: [{ to: 'tkt_2' }],
  problem_linked: [{ problem: 'kpr_1' }],
  merged: [{ into: 'tkt_2' }],
  absorbed: [-1, 0].map((hours) => ({
    from: 'tkt_2',
    receivedAt: iso(hours),
    responseStartsAt: iso(hours),
    responseDueAt: iso(8),
    responseWarnAt: null,
    warnedAt: null,
    breachedAt: null,
  })),
  unmerged: [{ from: 'tkt_2' }],
  separated: [{ from: 'tkt_2' }],
};
const kinds = Object.keys(samples) as LifeEvent['kind'][];
const eventsOf = (kind: LifeEvent['kind']) =>
  samples[kind].map((params) => ({ kind, params }) as LifeEvent);

const fresh = evolve(null, opened, at);
const clock = started(at, at + 9 * 3_600_000);
const running = Object.fromEntries(clockKinds.map((kind) => [kind, clock]));
const waiting = { for: 'no_information', since: at, reminders: 0, remindedAt: null } as const;

const everything = { ...fresh, clocks: running, waiting };
const merged = eventsOf('merged').reduce<LifeState>(
  (state, event) => evolve(state, event, at + 1),
  everything,
);
const answered = {
  ...fresh,
  firstRespondedAt: at,
  clocks: { first_response: { ...clock, stoppedAt: at } },
};
const joined = [fresh, answered].flatMap((state) =>
  eventsOf('absorbed').map((event) => evolve(state, event, at + 1)),
);

/**
 * A ticket with everything running, one with nothing, one whose end has stopped everything, one that
 * goes on in another, and some that another was merged into: unanswered, and answered before.
 */
const scenes = (status: LifeState['status']): readonly LifeState[] => [
  { ...everything, status },
  { ...fresh, status, clocks: {}, waiting: null },
  {
    ...fresh,
    status,
    waiting: null,
    clocks: Object.fromEntries(clockKinds.map((kind) => [kind, { ...clock, stoppedAt: at + 1 }])),
    ending: { outcome: 'withdrawn', at: at + 1, reason: null },
    mergedInto: 'tkt_2',
  },
  { ...merged, status },
  ...(status === 'awaiting_channel' ? [] : joined.map((state) => ({ ...state, status }))),
];

const runs = ({ clocks }: LifeState, kind: ClockKind) => clocks[kind]?.stoppedAt === null;

/** What an event did to clocks, in the words of the drawing. */
function effects(before: LifeState, after: LifeState): Set<ClockEffect> {
  const found = new Set<ClockEffect>();
  for (const kind of clockKinds) {
    if (!runs(before, kind) && runs(after, kind)) found.add(`starts ${kind}` as ClockEffect);
    if (runs(before, kind) && !runs(after, kind)) found.add(`stops ${kind}` as ClockEffect);
    const again = runs(before, kind) && runs(after, kind);
    const moved = before.clocks[kind]?.startedAt !== after.clocks[kind]?.startedAt;
    if (again && moved) found.add(`starts ${kind}` as ClockEffect);
    if (again && !moved && before.clocks[kind]?.dueAt !== after.clocks[kind]?.dueAt)
      found.add(`moves ${kind}` as ClockEffect);
  }
  if (before.waiting?.since !== after.waiting?.since)
    found.add(after.waiting ? 'starts silence' : 'stops silence');
  return found;
}

const all = [...clockKinds.filter((kind) => kind !== 'appeal'), 'silence'] as const;
const drawn = (kind: LifeEvent['kind']): Set<ClockEffect> =>
  new Set(
    transitions[kind].clocks.flatMap((effect) =>
      effect === 'stops all' || effect === 'starts all'
        ? all.map((each) => effect.replace('all', each) as ClockEffect)
        : [effect],
    ),
  );

const now = at + 3_600_000;

describe('the drawing says what happens', () => {
  test.each(kinds)('%s: clocks start, stop and move as drawn, and no others', (kind) => {
    const found = new Set<ClockEffect>();
    const froms = kind === 'opened' ? ['open' as const] : transitions[kind].from;
    for (const event of eventsOf(kind)) {
      for (const scene of froms.flatMap(scenes)) {
        // a state is either ended or not: what an end had stopped is told by a way back alone
        const before = kind === 'opened' ? { ...scene, clocks: {}, waiting: null } : scene;
        effects(before, evolve(before, event, now)).forEach((effect) => found.add(effect));
      }
    }
    expect([...found].sort()).toEqual([...drawn(kind)].sort());
  });

  test.each(kinds)('%s: only from where it is drawn, and to where', (kind) => {
    const arrow = transitions[kind];
    for (const status of ticketStatuses) {
      for (const event of eventsOf(kind)) {
        for (const state of scenes(status)) {
          const by = moverOf(event);
          const step = follow({ state, by, at: now }, [event]);
          const allowed = arrow.from.includes(status);
          expect([kind, status, step.ok]).toEqual([kind, status, allowed]);
          if (!step.ok) {
            expect(step.failure.code).toBe(
              status === 'awaiting_channel' ? 'ticket.awaiting_channel' : 'act.not_allowed',
            );
          } else if (typeof arrow.to === 'string') {
            expect(step.value.state.status).toBe(arrow.to === 'stays' ? status : arrow.to);
          }
        }
      }
    }
  });

  test.each(kinds)('%s: only by those it is drawn for', (kind) => {
    const movers: readonly Mover[] = ['requester', 'agent', 'system'];
    for (const by of movers) {
      const tried = eventsOf(kind).map((event) => {
        const state = { ...fresh, status: transitions[kind].from[0] ?? 'open' };
        const step = follow({ state, by, at: now }, [event]);
        return step.ok || step.failure.code !== 'act.not_yours';
      });
      expect([by, tried.some(Boolean)]).toEqual([by, transitions[kind].by.includes(by)]);
    }
  });
});

test('a requester ends a ticket only by needing nothing any more, the system only by silence', () => {
  const enders = eventsOf('closed').map((event) => [
    event.kind === 'closed' && event.params.outcome,
    (['requester', 'agent', 'system'] as const).filter(
      (by) => follow({ state: fresh, by, at: now }, [event]).ok,
    ),
  ]);
  expect(Object.fromEntries(enders)).toEqual({
    handed_over: ['agent'],
    declined: ['agent'],
    done: ['agent'],
    noted: ['agent'],
    no_answer: ['agent', 'system'],
    refused: ['agent'],
    referred: ['agent'],
    withdrawn: ['requester', 'agent'],
    spam: ['agent'],
  });
});

/** Somebody who may cause it. */
function moverOf(event: LifeEvent): Mover {
  const [by = 'agent'] = transitions[event.kind].by;
  return event.kind === 'closed' ? 'agent' : by;
}
