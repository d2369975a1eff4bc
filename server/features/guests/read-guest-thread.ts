import { and, eq, isNull, lte, or } from 'drizzle-orm';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { GuestThread } from '#shared/wire/guests.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { inTransaction } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import { appendEvents } from '#server/features/event-log/append-events.ts';
import { guests, type GuestRow } from '#server/features/guests/guests.table.ts';
import { guestMessages } from '#server/features/guests/guest-messages.ts';
import { readThread } from '#server/features/messages/messages.repository.ts';
import { shownNumber } from '#server/features/tickets/present-receipt.ts';
import { findTicket } from '#server/features/tickets/tickets.repository.ts';

/** Looking again within this time is the same visit, milliseconds. */
const visitMs = 60_000;

/** The one thread that a guest was invited to; each visit is in its history. Fails with `guest.not_found`. */
export async function readGuestThread(
  deps: Deps,
  guest: GuestRow,
): Promise<Result<GuestThread, Problem>> {
  const { tenantId, ticketId } = guest;
  const ticket = await findTicket(deps.db, tenantId, ticketId);
  const policy = ticket && deps.policies.edition(tenantId, ticket.edition);
  if (!policy) return fail({ code: 'guest.not_found' });
  await recordVisit(deps, guest);
  const thread = await readThread(deps.db, tenantId, ticketId, false);
  const { pack } = policy;
  return succeed({
    vendor: pack.name[ticket.locale],
    number: shownNumber(pack, ticket.number),
    status: ticket.status,
    guest: { id: guest.id, name: guest.name, expiresAt: guest.expiresAt.toISOString() },
    messages: guestMessages(pack, thread),
    now: new Date(deps.now()).toISOString(),
  });
}

async function recordVisit({ db, now }: Deps, { tenantId, id, ticketId }: GuestRow): Promise<void> {
  const at = new Date(now());
  await inTransaction(db, async (tx) => {
    const seen = await tx
      .update(guests)
      .set({ lastSeenAt: at })
      .where(
        and(
          eq(guests.tenantId, tenantId),
          eq(guests.id, id),
          or(isNull(guests.lastSeenAt), lte(guests.lastSeenAt, new Date(at.getTime() - visitMs))),
        ),
      )
      .returning({ id: guests.id });
    if (seen.length === 0) return;
    await appendEvents(tx, tenantId, [
      { ticketId, kind: 'guest_visited', at, actor: { kind: 'guest', id } },
    ]);
  });
}
