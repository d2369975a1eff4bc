import type { Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { decisionOf } from '#server/policy/decision/present-decision.ts';
import type { Question } from '#server/policy/decision/question.ts';
import { deadlinesOf, type Deadline } from '#server/policy/life/deadlines.ts';
import { evolve } from '#server/policy/life/evolve.ts';
import type { LifeAct } from '#server/policy/life/life-act.ts';
import type { LifeState } from '#server/policy/life/life-state.ts';
import { openedEvent, receiptTerms } from '#server/policy/life/open-life.ts';
import { dueEvents } from '#server/policy/life/step-due.ts';
import { instant, type LifeFacts, type StepContext } from '#server/policy/life/step.ts';
import { follow, takeStep, type Step } from '#server/policy/life/take-step.ts';
import type { Mover } from '#server/policy/life/transition.ts';
import type { Policy } from '#server/policy/packs.ts';
import type { ReadEvent } from '#test/support/life/log-reader.ts';

/** A ticket that lives in memory: its policy, what was decided, its log, and where it stands. */
export interface PlayedTicket {
  readonly policy: Policy;
  readonly question: Question;
  readonly facts: LifeFacts;
  readonly log: readonly ReadEvent[];
  readonly state: LifeState;
}

/** Opens one as the server does. A bridge's ticket waits for its message. */
export function playTicket(policy: Policy, question: Question): PlayedTicket {
  const decision = decisionOf(policy, question);
  const at = question.receivedAt;
  const bridge = policy.pack.widget.mode === 'bridge' && question.arrival === 'widget';
  const event = openedEvent(policy, decision, {
    category: question.category,
    severity: 'normal',
    digest: 'd',
    receivedAt: bridge ? null : instant(at),
  });
  return {
    policy,
    question,
    facts: {
      missing: decision.missing,
      conditions: {
        guaranteed: decision.guaranteed,
        entitled: decision.entitlement.state === 'entitled',
        proven: question.requester.proven,
        outOfScope: decision.scope.state === 'out',
      },
      plan: null,
      promise: decision.firstResponse,
    },
    log: [{ ...event, at, by: 'requester' }],
    state: evolve(null, event, at),
  };
}

/** The arrival of a bridge's message at an instant, as its decision has it. */
export const arrivalOf = (
  { policy, question, state: { severity } }: PlayedTicket,
  at: number,
): LifeAct => ({
  act: 'confirm_arrival',
  terms: receiptTerms(
    policy,
    decisionOf(policy, { ...question, severity, receivedAt: at, arrival: 'channel' }),
    instant(at),
  ),
});

/** The ticket after an act; fails as `takeStep` does. */
export function play(
  ticket: PlayedTicket,
  by: Mover,
  at: number,
  act: LifeAct,
): Result<PlayedTicket, Problem> {
  const step = takeStep(contextOf(ticket, by, at), act);
  return step.ok ? { ok: true, value: after(ticket, by, at, step.value) } : step;
}

/** The ticket after a deadline of a kind was looked at. */
export function fire(ticket: PlayedTicket, kind: Deadline['kind'], at: number): PlayedTicket {
  const context = contextOf(ticket, 'system', at);
  const step = follow(context, dueEvents(context, kind));
  if (!step.ok) throw new Error(`${kind} is not drawn from ${ticket.state.status}`);
  return after(ticket, 'system', at, step.value);
}

/** Everything that runs for it. */
export const running = ({ policy, state }: PlayedTicket): Deadline[] => deadlinesOf(policy, state);

/** The state that its log tells. */
export const folded = ({ log }: PlayedTicket): LifeState | null =>
  log.reduce<LifeState | null>((state, event) => evolve(state, event, event.at), null);

const contextOf = ({ policy, facts, state }: PlayedTicket, by: Mover, at: number): StepContext => ({
  policy,
  facts,
  state,
  by,
  at,
});

const after = (ticket: PlayedTicket, by: Mover, at: number, step: Step): PlayedTicket => ({
  ...ticket,
  state: step.state,
  log: [...ticket.log, ...step.events.map((event) => ({ ...event, at, by }))],
});
