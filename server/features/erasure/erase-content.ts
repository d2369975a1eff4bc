import { succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import { eraseGrants } from '#server/features/access/erase-grants.ts';
import { eraseAttachments } from '#server/features/attachments/erase-attachments.ts';
import { appendEvents } from '#server/features/event-log/append-events.ts';
import type { Actor } from '#server/features/event-log/event-body.ts';
import { erasePerson } from '#server/features/erasure/erase-person.ts';
import { eraseGuests } from '#server/features/guests/erase-guests.ts';
import { eraseInteractions } from '#server/features/interactions/erase-interactions.ts';
import { eraseMeetings } from '#server/features/meetings/erase-meetings.ts';
import { eraseMessages } from '#server/features/messages/erase-messages.ts';
import { eraseOrders } from '#server/features/orders/erase-orders.ts';
import { eraseLetters } from '#server/features/outbox/erase-letters.ts';
import { eraseComments } from '#server/features/surveys/erase-comments.ts';
import { eraseTicket } from '#server/features/tickets/erase-ticket.ts';
import { countLeft } from '#server/features/vendor-portal/former-records.ts';
import { lockTicket, type TicketPlace } from '#server/features/tickets/lock-ticket.ts';

/** How much was taken away. */
export interface ErasedContent {
  readonly messages: number;
  readonly files: number;
}

/**
 * Takes away what people wrote into a ticket: words, answers, context, files, sealed access, orders,
 * who they are. The ticket stays with its number, decision and clocks, and so does the log, whose chain holds:
 * it has digests that no salt explains any more, and how much stands in a portal that is told nothing more. The ticket takes no words from then on: what comes in at
 * the same time is either taken away with the rest or refused.
 *
 * Fails with `ticket.not_found`.
 *
 * @param actor who had it erased
 */
export async function eraseContent(
  deps: Pick<Deps, 'db' | 'files' | 'policies' | 'now'>,
  place: TicketPlace,
  actor: Actor = { kind: 'system', id: null },
): Promise<Result<ErasedContent, Problem>> {
  const { tenantId, ticketId } = place;
  return transact<ErasedContent>(deps.db, async (tx) => {
    const at = new Date(deps.now());
    // whoever answers a survey comes to its ticket by it
    await eraseComments(tx, tenantId, { ticketId }, at);
    const locked = await lockTicket(tx, place);
    if (!locked.ok) return locked;
    const { category, edition, erasedAt, locale, requesterId } = locked.value;
    const label = deps.policies.edition(tenantId, edition)?.categories.get(category)?.label[locale];
    const files = await eraseAttachments(tx, deps.files, tenantId, ticketId, at);
    const messages = await eraseMessages(tx, tenantId, ticketId, at);
    await eraseTicket(tx, locked.value, label ?? category, at);
    await eraseLetters(tx, tenantId, ticketId);
    await eraseGrants(tx, tenantId, ticketId, at);
    await eraseGuests(tx, tenantId, ticketId, at);
    await eraseInteractions(tx, tenantId, { ticketId });
    await eraseMeetings(tx, tenantId, ticketId);
    await eraseOrders(tx, tenantId, ticketId);
    await erasePerson(tx, deps, { tenantId, requesterId }, ticketId, at);
    const erased = { messages, files };
    const left = await countLeft(tx, tenantId, ticketId);
    if (erasedAt === null || messages + files > 0) {
      await appendEvents(tx, tenantId, [
        {
          ticketId,
          kind: 'content_erased',
          at,
          actor,
          params: { ...erased, ...(left > 0 && { left }) },
        },
      ]);
    }
    return succeed(erased);
  });
}
