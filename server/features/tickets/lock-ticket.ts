import { and, eq } from 'drizzle-orm';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Transaction } from '#server/db/connect.ts';
import { tickets, type TicketRow } from '#server/features/tickets/tickets.table.ts';

/** Which ticket, and how it was last seen. */
export interface TicketPlace {
  readonly tenantId: string;
  readonly ticketId: string;
  /** Given where only its own requester may: somebody else's ticket is not found. */
  readonly requesterId?: string;
  /** Version that was seen; another one now means that somebody was faster. */
  readonly expectedVersion?: number | undefined;
}

/**
 * Locks a ticket that is to take words or an address in. Fails as `lockTicket` does, or with
 * `ticket.erased`: what was under way while a person was erased would stay for ever.
 */
export async function lockForWords(
  tx: Transaction,
  place: TicketPlace,
): Promise<Result<TicketRow, Problem>> {
  const locked = await lockTicket(tx, place);
  return locked.ok && locked.value.erasedAt ? fail({ code: 'ticket.erased' }) : locked;
}

/**
 * Locks a ticket for a change. Fails with `ticket.not_found` or `ticket.changed`.
 *
 * Its key never changes, so whoever writes a row that refers to it need not wait: an event of a ticket
 * that somebody holds is written under the tenant's counter, for which the holder may be waiting.
 */
export async function lockTicket(
  tx: Transaction,
  { tenantId, ticketId, requesterId, expectedVersion }: TicketPlace,
): Promise<Result<TicketRow, Problem>> {
  const [ticket] = await tx
    .select()
    .from(tickets)
    .where(
      and(
        eq(tickets.tenantId, tenantId),
        eq(tickets.id, ticketId),
        requesterId === undefined ? undefined : eq(tickets.requesterId, requesterId),
      ),
    )
    .for('no key update');
  if (!ticket) return fail({ code: 'ticket.not_found' });
  if (expectedVersion !== undefined && expectedVersion !== ticket.version) {
    return fail({ code: 'ticket.changed', params: { version: ticket.version } });
  }
  return succeed(ticket);
}
