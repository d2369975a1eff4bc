import { and, eq, isNull } from 'drizzle-orm';
import type { FirstResponsePromise } from '#shared/wire/decision.ts';
import type { Database } from '#server/db/connect.ts';
import { decisionInForce } from '#server/features/tickets/decision-in-force.ts';
import { appendEvents } from '#server/features/event-log/append-events.ts';
import { lockTicket, type TicketPlace } from '#server/features/tickets/lock-ticket.ts';
import { clocks, tickets } from '#server/features/tickets/tickets.table.ts';

/** A promise as it was planned, by the one that was read then. */
export interface RecountedPromise {
  readonly place: TicketPlace;
  /** The due instant that was read, ISO 8601. */
  readonly from: string;
  readonly promise: FirstResponsePromise;
}

/**
 * Stores a promise that was counted again, and its event where the due instant is another one. What
 * was decided stays as it was given.
 *
 * @returns false, and nothing is written, where the response was given, the ticket resolved, the due
 * instant passed or already another one
 */
export async function moveDue(
  db: Database,
  { place, from, promise }: RecountedPromise,
  at: Date,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const locked = await lockTicket(tx, place);
    if (!locked.ok || promise.dueAt === null || promise.startsAt === null) return false;
    const ticket = locked.value;
    const stands = decisionInForce(ticket).firstResponse.dueAt === from;
    if (!stands || ticket.firstRespondedAt || ticket.status === 'resolved') return false;
    if (Date.parse(from) <= at.getTime()) return false;

    const { tenantId, ticketId } = place;
    const moved = promise.dueAt !== from;
    await tx
      .update(tickets)
      .set({
        promiseRecounted: promise,
        ...(moved ? { updatedAt: at, version: ticket.version + 1 } : {}),
      })
      .where(and(eq(tickets.tenantId, tenantId), eq(tickets.id, ticketId)));
    await tx
      .update(clocks)
      .set({ startedAt: new Date(promise.startsAt), dueAt: new Date(promise.dueAt) })
      .where(
        and(
          eq(clocks.tenantId, tenantId),
          eq(clocks.ticketId, ticketId),
          eq(clocks.kind, 'first_response'),
          isNull(clocks.stoppedAt),
        ),
      );
    if (!moved) return true;
    await appendEvents(tx, tenantId, [
      {
        ticketId,
        kind: 'due_moved',
        at,
        actor: { kind: 'system', id: null },
        params: { from, to: promise.dueAt, calendar: promise.calendar ?? '' },
      },
    ]);
    return true;
  });
}
