import { and, desc, eq, ne, not, type SQL } from 'drizzle-orm';
import { countedAtMost } from '#shared/vocabulary.ts';
import type { DeskTicket } from '#shared/wire/desk.ts';
import type { Deps } from '#server/deps.ts';
import { countTickets } from '#server/features/tickets/count-tickets.ts';
import { ticketLine } from '#server/features/tickets/ticket-line.ts';
import { tickets, type TicketRow } from '#server/features/tickets/tickets.table.ts';

const newestShown = 5;

/**
 * What else the requester of a ticket has asked: how much, counted to `countedAtMost`, and the newest.
 *
 * @param hidden what its reader may not see; see `hiddenTickets`
 */
export async function otherTickets(
  { db, policies }: Pick<Deps, 'db' | 'policies'>,
  { id, tenantId, requesterId }: TicketRow,
  hidden?: SQL,
): Promise<Pick<DeskTicket['requester'], 'otherTickets' | 'newestOthers'>> {
  const others = and(
    eq(tickets.tenantId, tenantId),
    eq(tickets.requesterId, requesterId),
    ne(tickets.id, id),
    hidden && not(hidden),
  );
  const { number, subject, status, edition } = tickets;
  const [count, newest] = await Promise.all([
    countTickets(db, others, countedAtMost),
    db
      .select({ id: tickets.id, number, subject, status, edition })
      .from(tickets)
      .where(others)
      .orderBy(desc(tickets.createdAt), desc(number))
      .limit(newestShown),
  ]);
  return {
    otherTickets: count,
    newestOthers: newest.flatMap((other) => {
      const policy = policies.edition(tenantId, other.edition);
      return policy ? [ticketLine(policy.pack, other)] : [];
    }),
  };
}
