import { and, eq } from 'drizzle-orm';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import type { Agent } from '#server/features/agents/agent.ts';
import { appendEvents } from '#server/features/event-log/append-events.ts';
import { readThread } from '#server/features/messages/messages.repository.ts';
import { requesterFactsOf } from '#server/features/requesters/requester-facts.ts';
import { findRequester } from '#server/features/requesters/requesters.repository.ts';
import { lockTicket, type TicketPlace } from '#server/features/tickets/lock-ticket.ts';
import { nextStatus } from '#server/features/tickets/next-status.ts';
import { clocks, tickets } from '#server/features/tickets/tickets.table.ts';
import { decisionOf } from '#server/policy/decision/present-decision.ts';

/**
 * The message of a bridged request has reached the official channel: this moment is the receipt. The
 * policy decides again, now with a receipt, and the clock starts.
 *
 * Fails with `ticket.not_found`, `ticket.changed` or `ticket.not_awaiting_channel`.
 */
export async function confirmArrival(
  deps: Deps,
  place: TicketPlace,
  agent: Agent,
): Promise<Result<void, Problem>> {
  return transact(deps.db, async (tx) => {
    const locked = await lockTicket(tx, place);
    if (!locked.ok) return locked;
    const ticket = locked.value;
    if (ticket.status !== 'awaiting_channel') return fail({ code: 'ticket.not_awaiting_channel' });
    const { tenantId, ticketId } = place;
    const receivedAt = deps.now();
    const inForce = deps.policies.inForce(tenantId, receivedAt);
    // a newer edition that has no such category any more cannot decide what was asked under another
    const policy = inForce?.categories.has(ticket.category)
      ? inForce
      : deps.policies.edition(tenantId, ticket.edition);
    const requester = await findRequester(tx, tenantId, ticket.requesterId);
    if (!policy || !requester) return fail({ code: 'ticket.not_found' });

    const facts = await requesterFactsOf(tx, policy, requester, receivedAt);
    const { request, messages } = await readThread(tx, tenantId, ticketId, false);
    const decision = decisionOf(policy, {
      receivedAt,
      arrival: 'channel',
      category: ticket.category,
      answered: new Set([...Object.keys(request.answers ?? {}), ...facts.known]),
      attachments: messages.find(({ kind }) => kind === 'request')?.attachments.length ?? 0,
      requester: facts.question,
      region: facts.region,
    });
    const at = new Date(receivedAt);
    const { startsAt, dueAt } = decision.firstResponse;
    await tx
      .update(tickets)
      .set({
        status: nextStatus(ticket, 'channel_confirmed'),
        channel: decision.route.channel,
        edition: decision.edition,
        decisionOnArrival: decision,
        receivedAt: at,
        updatedAt: at,
        version: ticket.version + 1,
      })
      .where(and(eq(tickets.tenantId, tenantId), eq(tickets.id, ticketId)));
    await tx.insert(clocks).values({
      tenantId,
      ticketId,
      kind: 'first_response',
      startedAt: startsAt === null ? at : new Date(startsAt),
      dueAt: dueAt === null ? null : new Date(dueAt),
    });
    await appendEvents(tx, tenantId, [
      { ticketId, kind: 'channel_confirmed', at, actor: { kind: 'agent', id: agent.id } },
    ]);
    return succeed(undefined);
  });
}
