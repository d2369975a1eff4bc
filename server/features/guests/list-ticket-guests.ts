import { fail, succeed, type Result } from '#shared/result.ts';
import type { GuestList } from '#shared/wire/guests.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Deps } from '#server/deps.ts';
import { listGuests } from '#server/features/guests/guests.repository.ts';
import { findTicket } from '#server/features/tickets/tickets.repository.ts';

/** Who was invited to a ticket, and whose link still opens it. Fails with `ticket.not_found`. */
export async function listTicketGuests(
  deps: Deps,
  tenantId: string,
  ticketId: string,
): Promise<Result<GuestList, Problem>> {
  if (!(await findTicket(deps.db, tenantId, ticketId))) return fail({ code: 'ticket.not_found' });
  const rows = await listGuests(deps.db, tenantId, ticketId);
  const now = deps.now();
  return succeed({
    guests: rows.map((row) => ({
      id: row.id,
      name: row.name,
      email: row.email,
      help: row.help,
      invitedBy: row.invitedBy,
      invitedAt: row.invitedAt.toISOString(),
      expiresAt: row.expiresAt.toISOString(),
      lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
      // a link is over at its instant, not when the timer has run
      ended: row.ended ?? (row.expiresAt.getTime() <= now ? 'expired' : null),
    })),
  });
}
