import type { Database } from '#server/db/connect.ts';
import type { PolicyRegistry } from '#server/features/policies/policy-registry.ts';
import { decisionInForce } from '#server/features/tickets/decision-in-force.ts';
import { moveDue, type RecountedPromise } from '#server/features/tickets/move-due.ts';
import { openPromises } from '#server/features/tickets/open-promises.ts';
import { ownReceipt } from '#server/features/tickets/own-receipt.ts';
import { shownNumber } from '#server/features/tickets/present-receipt.ts';
import type { TicketRow } from '#server/features/tickets/tickets.table.ts';
import type { Policy } from '#server/policy/packs.ts';
import { recountPromise } from '#server/policy/decision/recount.ts';

/** What a calendar means for an open promise. */
export interface DueMove extends RecountedPromise {
  /** `MOD-1042` */
  readonly number: string;
  /** The due instant that the calendar gives, ISO 8601. */
  readonly to: string;
  /**
   * `kept_late`: it would be later, and the policy keeps what was given. `kept_past`: it would have
   * passed already. `settled`: the same instant, no longer an estimate.
   */
  readonly outcome: 'moves' | 'kept_late' | 'kept_past' | 'settled';
}

/**
 * What the calendars of these policies would do to promises that run. Writes nothing.
 *
 * @param policies compiled by the calendars in question
 * @param now epoch milliseconds; due instants that have passed are left alone
 * @param receivedSince tickets received since then only
 */
export async function planDueMoves(
  db: Database,
  policies: PolicyRegistry,
  now: number,
  receivedSince?: Date,
): Promise<DueMove[]> {
  const moves: DueMove[] = [];
  for (const vendor of policies.vendors) {
    for await (const ticket of openPromises(db, vendor, { now: new Date(now), receivedSince })) {
      const policy = policies.edition(vendor, ticket.edition);
      const move = policy && dueMoveOf(policy, ticket, now);
      if (move) moves.push(move);
    }
  }
  return moves;
}

function dueMoveOf(policy: Policy, ticket: TicketRow, now: number): DueMove | undefined {
  const given = decisionInForce(ticket).firstResponse;
  const receivedAt = ownReceipt(ticket);
  const promise = recountPromise(policy.desk, given, receivedAt);
  if (given.dueAt === null || !promise || promise.dueAt === null) return undefined;
  const same = promise.dueAt === given.dueAt;
  if (same && (promise.estimated || !given.estimated)) return undefined;
  return {
    place: { tenantId: ticket.tenantId, ticketId: ticket.id },
    number: shownNumber(policy.pack, ticket.number),
    from: given.dueAt,
    to: promise.dueAt,
    promise,
    outcome: same ? 'settled' : outcomeOf(policy, given.dueAt, promise.dueAt, now),
  };
}

function outcomeOf({ pack }: Policy, from: string, to: string, now: number): DueMove['outcome'] {
  const mayBeLate = 'lateMoves' in pack.desk && pack.desk.lateMoves === 'move';
  if (Date.parse(to) > Date.parse(from)) return mayBeLate ? 'moves' : 'kept_late';
  return Date.parse(to) > now ? 'moves' : 'kept_past';
}

/**
 * Stores what was planned, each promise in a transaction of its own; a ticket that has changed since
 * is left as it is. @returns how many due instants moved
 */
export async function makeDueMoves(
  writes: { readonly db: Database; readonly policies: PolicyRegistry },
  moves: readonly DueMove[],
  at: Date,
): Promise<number> {
  let moved = 0;
  for (const move of moves) {
    if (move.outcome !== 'moves' && move.outcome !== 'settled') continue;
    const done = await moveDue(writes, move, at);
    if (done && move.outcome === 'moves') moved += 1;
  }
  return moved;
}
