import { and, eq } from 'drizzle-orm';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import { sha256 } from '#server/digest.ts';
import type { Agent } from '#server/features/agents/agent.ts';
import type { EventDraft } from '#server/features/event-log/event-body.ts';
import { appendEvents } from '#server/features/event-log/append-events.ts';
import { writeMessage, type MessageDraft } from '#server/features/messages/write-message.ts';
import { mailRequester } from '#server/features/outbox/mail-requester.ts';
import { findIdempotencyKey } from '#server/features/tickets/idempotency-keys.repository.ts';
import { lockTicket, type TicketPlace } from '#server/features/tickets/lock-ticket.ts';
import { nextStatus, type TicketAct } from '#server/features/tickets/next-status.ts';
import { refusedSecret } from '#server/features/tickets/refuse-secret.ts';
import { recordFirstResponse } from '#server/features/tickets/record-first-response.ts';
import { tickets } from '#server/features/tickets/tickets.table.ts';

/** What an agent writes into a ticket. */
export interface AgentAnswer extends TicketPlace {
  readonly agent: Agent;
  readonly kind: 'reply' | 'question' | 'note';
  readonly text: string;
  readonly attachments: readonly string[];
  readonly resolve: boolean;
  readonly idempotencyKey: string;
}

const actOf = { reply: 'replied', question: 'asked', note: 'noted' } as const satisfies Record<
  AgentAnswer['kind'],
  TicketAct
>;

/**
 * Writes an agent's answer, question or note. The first answer that the regulation counts stops the
 * clock; a note changes nothing and reaches nobody.
 *
 * Fails with `ticket.not_found`, `ticket.changed`, `ticket.awaiting_channel`, `field.secret_in_text`,
 * `attachment.not_found` or `idempotency_key.reused`.
 */
export async function answerTicket(
  deps: Deps,
  answer: AgentAnswer,
): Promise<Result<void, Problem>> {
  const { tenantId, ticketId, agent, kind } = answer;
  const requestHash = sha256(
    JSON.stringify([ticketId, kind, answer.text, answer.attachments, answer.resolve]),
  );
  const pack = deps.policies.inForce(tenantId, deps.now())?.pack;
  const told = refusedSecret(pack, { text: answer.text });
  if (told) return fail(told);
  return transact(deps.db, async (tx) => {
    const replay = async (): Promise<Result<void, Problem> | undefined> => {
      const known = await findIdempotencyKey(tx, tenantId, agent.id, answer.idempotencyKey);
      if (!known) return undefined;
      return known.requestHash === requestHash
        ? succeed(undefined)
        : fail({ code: 'idempotency_key.reused' });
    };
    const locked = await lockTicket(tx, answer);
    // the answer whose response was lost has itself raised the version that its sender saw
    if (!locked.ok) return (await replay()) ?? locked;
    const ticket = locked.value;
    if (ticket.status === 'awaiting_channel' && kind !== 'note') {
      return fail({ code: 'ticket.awaiting_channel' });
    }
    const at = new Date(deps.now());
    const draft: MessageDraft = {
      ...answer,
      authorKind: 'agent',
      authorId: agent.id,
      messageId: deps.ids.next('msg'),
      requestHash,
      at,
    };
    const unwritten = await writeMessage(tx, draft);
    if (unwritten === 'attachment_missing') return fail({ code: 'attachment.not_found' });
    if (unwritten === 'key_taken') {
      return (await replay()) ?? fail({ code: 'idempotency_key.reused' });
    }

    const act = actOf[kind];
    const resolved = answer.resolve && kind === 'reply';
    await tx
      .update(tickets)
      .set({
        status: nextStatus(ticket, resolved ? 'resolved' : act),
        updatedAt: at,
        version: ticket.version + 1,
        ...(kind === 'note' ? {} : { lastAgentMessageAt: at }),
        // words to a resolved ticket open it again
        ...(resolved ? { resolvedAt: at } : kind === 'note' ? {} : { resolvedAt: null }),
      })
      .where(and(eq(tickets.tenantId, tenantId), eq(tickets.id, ticketId)));
    const event = { ticketId, at, actor: { kind: 'agent', id: agent.id } } as const;
    const events: EventDraft[] = [{ ...event, kind: act }];
    if (kind !== 'note') {
      const first = await recordFirstResponse(tx, deps.policies, ticket, kind, at);
      if (first) events.push({ ...event, kind: 'first_responded' });
      if (resolved) events.push({ ...event, kind: 'resolved' });
      await mailRequester(
        tx,
        ticket,
        resolved ? 'ticket_resolved' : kind === 'question' ? 'agent_asked' : 'agent_replied',
        at,
        draft.messageId,
      );
    }
    await appendEvents(tx, tenantId, events);
    return succeed(undefined);
  });
}
