import type { OverageChoice } from '#shared/vocabulary.ts';

/** Time that somebody worked on a ticket. */
export interface TimeWork {
  readonly tenantId: string;
  readonly ticketId: string;
  /** Who worked. */
  readonly agentId: string;
  readonly minutes: number;
  /** Epoch milliseconds, not later than now; absent: now. */
  readonly workedAt?: number | undefined;
  /** What was done, by the pack; absent: what the ticket's category is about. */
  readonly item?: string | undefined;
  readonly exclusive: boolean;
  readonly ownError: boolean;
  /** An accepted order of the same ticket. */
  readonly orderId?: string | undefined;
  /** For the case that the hours do not suffice; an order is chosen by its id. */
  readonly choice?: Exclude<OverageChoice, 'order'> | undefined;
}
