import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import { appendEvents } from '#server/features/event-log/append-events.ts';
import { lockTicket } from '#server/features/tickets/lock-ticket.ts';
import { storeLife } from '#server/features/tickets/store-life.ts';
import type { TicketDraft } from '#server/features/tickets/ticket-draft.ts';
import { writeTicketWithin, type WrittenTicket } from '#server/features/tickets/write-tickets.ts';
import { evolve } from '#server/policy/life/evolve.ts';

/**
 * Opens a ticket that goes on with an earlier one of the same requester, as regulations want it where
 * they do not open a closed one again: both name each other, in one transaction.
 *
 * Fails with `other_ticket.not_found`, or with `idempotency_key.reused` where the key was taken before.
 *
 * @param earlierId the earlier one; somebody else's is not found
 */
export function openLinked(
  { db }: Pick<Deps, 'db'>,
  draft: TicketDraft,
  earlierId: string,
): Promise<Result<WrittenTicket, Problem>> {
  const { tenantId, ticketId, requester } = draft;
  const at = new Date(draft.createdAt);
  const linked = (to: string) => ({ kind: 'linked', params: { to } }) as const;
  return transact(db, async (tx) => {
    const place = { tenantId, ticketId: earlierId, requesterId: requester.id };
    const locked = await lockTicket(tx, place);
    if (!locked.ok) return fail({ code: 'other_ticket.not_found', fields: ['linkedTo'] });
    const earlier = locked.value;
    await storeLife(tx, earlier, evolve(earlier.life, linked(ticketId), at.getTime()), at);
    const written = await writeTicketWithin(tx, {
      ...draft,
      life: evolve(draft.life, linked(earlierId), at.getTime()),
    });
    if (!written) return fail({ code: 'idempotency_key.reused' });
    const by = { at, actor: { kind: 'requester', id: requester.id } } as const;
    await appendEvents(tx, tenantId, [
      { ...linked(earlierId), ...by, ticketId },
      { ...linked(ticketId), ...by, ticketId: earlierId },
    ]);
    return succeed(written);
  });
}
