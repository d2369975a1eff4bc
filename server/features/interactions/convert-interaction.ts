import { and, eq, isNull } from 'drizzle-orm';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import { agentActor, type Agent } from '#server/features/agents/agent.ts';
import { appendEvents } from '#server/features/event-log/append-events.ts';
import { eraseInteractions } from '#server/features/interactions/erase-interactions.ts';
import { findInteraction } from '#server/features/interactions/interactions.repository.ts';
import { interactions } from '#server/features/interactions/interactions.table.ts';
import { contactRequester } from '#server/features/requesters/contact-requester.ts';
import { findRequester } from '#server/features/requesters/requesters.repository.ts';
import {
  openFromContact,
  type OpenedFromContact,
} from '#server/features/tickets/open-from-contact.ts';
import { isHidden } from '#server/features/tickets/hidden-tickets.ts';
import { lockTicket } from '#server/features/tickets/lock-ticket.ts';

/**
 * Makes a ticket of a contact: received now, with no other place in the queue than any other request.
 * The same contact again is the same ticket; where that is hidden from the agent, there is no contact either.
 *
 * Fails with `interaction.not_found`, `category.unknown` or `service.unavailable`.
 */
export async function convertInteraction(
  deps: Deps,
  tenantId: string,
  id: string,
  category: string,
  agent: Agent,
): Promise<Result<OpenedFromContact, Problem>> {
  const contact = await findInteraction(deps.db, tenantId, id);
  const { ticketId: made = null } = contact ?? {};
  if (!contact || (made !== null && (await isHidden(deps, tenantId, made, agent.id))))
    return fail({ code: 'interaction.not_found' });
  const at = new Date(deps.now());
  const known =
    contact.requesterId === null
      ? undefined
      : await findRequester(deps.db, tenantId, contact.requesterId);
  const opened = await openFromContact(deps, {
    tenantId,
    requester: known ?? (await contactRequester(deps, contact, id, at)),
    channel: contact.channel === 'other' ? 'phone' : contact.channel,
    category,
    text: contact.words ?? '',
    locale: contact.locale,
    key: id,
    receivedAt: at.getTime(),
  });
  if (!opened.ok) return opened;
  const ticketId = opened.value.id;
  return transact(deps.db, async (tx) => {
    const locked = await lockTicket(tx, { tenantId, ticketId });
    if (!locked.ok) return locked;
    const marked = await tx
      .update(interactions)
      .set({ ticketId })
      .where(
        and(
          eq(interactions.tenantId, tenantId),
          eq(interactions.id, id),
          isNull(interactions.ticketId),
        ),
      )
      .returning({ id: interactions.id });
    // erased between its opening and here: what was said goes with it
    if (locked.value.erasedAt) await eraseInteractions(tx, tenantId, { ticketId: ticketId });
    if (marked.length > 0)
      await appendEvents(tx, tenantId, [
        {
          ticketId,
          kind: 'contact_converted',
          at,
          actor: agentActor(agent),
          params: { interaction: id },
        },
      ]);
    return succeed(opened.value);
  });
}
