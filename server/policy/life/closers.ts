import type { LifeEvent, LifeEventParams } from './life-event.ts';
import type { Mover } from './transition.ts';
import { transitions } from './transitions.ts';

/** Who may end a ticket without a solution, by what it ends in. A policy may still say no. */
const closers = {
  handed_over: ['agent'],
  declined: ['agent'],
  done: ['agent'],
  noted: ['agent'],
  no_answer: ['agent', 'system'],
  refused: ['agent'],
  referred: ['agent'],
  withdrawn: ['agent', 'requester'],
  spam: ['agent'],
} as const satisfies Record<LifeEventParams['closed']['outcome'], readonly Mover[]>;

/** Who may cause an event, as the drawing has it; an end is drawn by its outcome. */
export const moversOf = (event: LifeEvent): readonly Mover[] =>
  event.kind === 'closed' ? closers[event.params.outcome] : transitions[event.kind].by;
