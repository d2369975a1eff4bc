import type { TicketStatus } from '#shared/vocabulary.ts';
import type { LifeState } from './life-state.ts';

/** Who may do it. A guest only writes into a thread, which changes nothing here. */
export type Mover = 'requester' | 'agent' | 'system';

/** What happens to the clocks of a ticket; `silence` is the requester's time to answer. */
export type ClockEffect =
  | `starts ${'first_response' | 'diagnosis' | 'next_response' | 'next_update' | 'critical_ack' | 'appeal' | 'silence'}`
  | `stops ${'first_response' | 'diagnosis' | 'next_response' | 'next_update' | 'critical_ack' | 'appeal' | 'silence'}`
  | `moves ${'first_response' | 'diagnosis'}`
  | 'stops all'
  /** What a merge had stopped: everything as it would stand if it had never been. */
  | 'starts all';

/** One arrow of the drawing. */
export interface Transition {
  readonly by: readonly Mover[];
  readonly from: readonly TicketStatus[];
  /** Where it leads; `stays` where it was, or by what is known of the ticket. */
  readonly to: TicketStatus | 'stays' | ((state: LifeState) => TicketStatus);
  readonly clocks: readonly ClockEffect[];
  /** Section of the pack whose clause says so. */
  readonly rule?: string;
}
