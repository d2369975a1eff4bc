import type { Transaction } from '#server/db/connect.ts';
import type { TimerKind } from '#server/jobs/timer-kinds.ts';

/** A deadline that has come and belongs to one worker. */
export interface ClaimedTimer {
  readonly tenantId: string;
  readonly subjectId: string;
  /** Which deadline of its subject and kind: an effect that is stored by it is stored once. */
  readonly generation: number;
  /** The instant that was asked for, however late it is now. */
  readonly dueAt: Date;
}

/**
 * Does what deadlines of one kind and one tenant call for, in the transaction that marks them as
 * fired: after any crash both have happened or neither. It may arm its own kind again. A throw undoes
 * all and comes back one by one.
 *
 * A request locks its ticket first and arms timers last, so waiting here for a ticket would be a
 * deadlock: take subjects with `skip locked`, and return the timers whose subject
 * somebody else holds. They stay armed and come again in a moment.
 *
 * @returns timers that were left alone
 */
export type TimerHandler = (
  tx: Transaction,
  due: readonly ClaimedTimer[],
  now: Date,
) => Promise<readonly ClaimedTimer[] | void>;

/** What a server can do when a deadline comes. Kinds it does not know wait for a newer one. */
export type TimerHandlers = Readonly<Record<TimerKind, TimerHandler>>;
