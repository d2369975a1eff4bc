import { and, eq } from 'drizzle-orm';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { MessageView } from '#shared/wire/ticket.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import { sha256 } from '#server/digest.ts';
import { appendEvents } from '#server/features/event-log/append-events.ts';
import { readThread } from '#server/features/messages/messages.repository.ts';
import { writeMessage } from '#server/features/messages/write-message.ts';
import { findIdempotencyKey } from '#server/features/tickets/idempotency-keys.repository.ts';
import { nextStatus } from '#server/features/tickets/next-status.ts';
import { refusedSecret } from '#server/features/tickets/refuse-secret.ts';
import { tickets } from '#server/features/tickets/tickets.table.ts';

/** What a requester adds to their own ticket. */
export interface RequesterReply {
  readonly tenantId: string;
  readonly requesterId: string;
  readonly ticketId: string;
  readonly text: string;
  readonly attachments: readonly string[];
  readonly idempotencyKey: string;
}

/**
 * Adds a requester's words to their own ticket. An answer to a question sets it going again, and
 * words to a resolved ticket reopen it.
 *
 * Fails with `ticket.not_found`, `field.secret_in_text`, `attachment.not_found` or
 * `idempotency_key.reused`.
 */
export async function replyToTicket(
  deps: Deps,
  reply: RequesterReply,
): Promise<Result<MessageView, Problem>> {
  const { tenantId, requesterId, ticketId } = reply;
  const requestHash = sha256(JSON.stringify([ticketId, reply.text, reply.attachments]));
  const pack = deps.policies.inForce(tenantId, deps.now())?.pack;
  const told = refusedSecret(pack, { text: reply.text });
  if (told) return fail(told);
  const messageId = deps.ids.next('msg');
  const written = await transact<string>(deps.db, async (tx) => {
    const own = and(
      eq(tickets.tenantId, tenantId),
      eq(tickets.id, ticketId),
      eq(tickets.requesterId, requesterId),
    );
    const [ticket] = await tx.select().from(tickets).where(own).for('update');
    if (!ticket) return fail({ code: 'ticket.not_found' });

    const at = new Date(deps.now());
    const unwritten = await writeMessage(tx, {
      ...reply,
      kind: 'reply',
      authorKind: 'requester',
      authorId: requesterId,
      messageId,
      requestHash,
      at,
    });
    if (unwritten === 'attachment_missing') return fail({ code: 'attachment.not_found' });
    if (unwritten === 'key_taken') {
      const known = await findIdempotencyKey(tx, tenantId, requesterId, reply.idempotencyKey);
      return known?.requestHash === requestHash
        ? succeed(known.messageId)
        : fail({ code: 'idempotency_key.reused' });
    }
    const status = nextStatus(ticket, 'requester_replied');
    await tx
      .update(tickets)
      .set({
        status,
        updatedAt: at,
        version: ticket.version + 1,
        seenByRequesterAt: at,
        ...(status === 'resolved' ? {} : { resolvedAt: null }),
      })
      .where(own);
    const kinds =
      ticket.status === 'resolved'
        ? (['requester_replied', 'reopened'] as const)
        : (['requester_replied'] as const);
    const actor = { kind: 'requester', id: requesterId } as const;
    await appendEvents(
      tx,
      tenantId,
      kinds.map((kind) => ({ ticketId, kind, at, actor })),
    );
    return succeed(messageId);
  });
  if (!written.ok) return written;
  const { messages } = await readThread(deps.db, tenantId, ticketId, false);
  const message = messages.find(({ id }) => id === written.value);
  return message ? succeed(message) : fail({ code: 'ticket.not_found' });
}
