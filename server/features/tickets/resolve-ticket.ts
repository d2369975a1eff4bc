import { and, eq } from 'drizzle-orm';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import type { Agent } from '#server/features/agents/agent.ts';
import { appendEvents } from '#server/features/event-log/append-events.ts';
import { mailRequester } from '#server/features/outbox/mail-requester.ts';
import { lockTicket, type TicketPlace } from '#server/features/tickets/lock-ticket.ts';
import { nextStatus } from '#server/features/tickets/next-status.ts';
import { tickets } from '#server/features/tickets/tickets.table.ts';

/**
 * Marks a ticket as resolved without further words; again is harmless.
 *
 * Fails with `ticket.not_found`, `ticket.changed` or `ticket.awaiting_channel`.
 */
export async function resolveTicket(
  deps: Deps,
  place: TicketPlace,
  agent: Agent,
): Promise<Result<void, Problem>> {
  return transact(deps.db, async (tx) => {
    const locked = await lockTicket(tx, place);
    if (!locked.ok) return locked;
    const ticket = locked.value;
    if (ticket.status === 'awaiting_channel') return fail({ code: 'ticket.awaiting_channel' });
    if (ticket.status === 'resolved') return succeed(undefined);
    const at = new Date(deps.now());
    const { tenantId, ticketId } = place;
    await tx
      .update(tickets)
      .set({
        status: nextStatus(ticket, 'resolved'),
        resolvedAt: at,
        updatedAt: at,
        lastAgentMessageAt: at,
        version: ticket.version + 1,
      })
      .where(and(eq(tickets.tenantId, tenantId), eq(tickets.id, ticketId)));
    await mailRequester(tx, ticket, 'ticket_resolved', at);
    await appendEvents(tx, tenantId, [
      { ticketId, kind: 'resolved', at, actor: { kind: 'agent', id: agent.id } },
    ]);
    return succeed(undefined);
  });
}
