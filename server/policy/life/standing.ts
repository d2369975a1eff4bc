import type { TicketStatus } from '#shared/vocabulary.ts';
import type { LifeState } from './life-state.ts';

/** Back at work: nobody has answered yet, or somebody has. */
export const atWork = ({ firstRespondedAt }: LifeState): TicketStatus =>
  firstRespondedAt === null ? 'open' : 'in_progress';

/** After others had it: the requester's turn where they still owe an answer. */
export const goesOn = (state: LifeState): TicketStatus =>
  state.waiting ? 'waiting_requester' : atWork(state);

/** Words do not take a ticket away from those who were handed it. */
export const heldElsewhere = (state: LifeState, otherwise: TicketStatus): TicketStatus =>
  state.status === 'escalated' || state.status === 'waiting_release' ? state.status : otherwise;
