import { and, eq, gt, isNull } from 'drizzle-orm';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import { sha256 } from '#server/digest.ts';
import { appendEvents } from '#server/features/event-log/append-events.ts';
import { guests, type GuestRow } from '#server/features/guests/guests.table.ts';
import { whereItGoesOn } from '#server/features/merging/where-it-goes-on.ts';
import { writeMessage } from '#server/features/messages/write-message.ts';
import { findIdempotencyKey } from '#server/features/tickets/idempotency-keys.repository.ts';
import { lockTicket } from '#server/features/tickets/lock-ticket.ts';
import { refusedSecret } from '#server/features/tickets/refuse-secret.ts';
import { touchTicket } from '#server/features/tickets/touch-ticket.ts';

/**
 * Adds a guest's words to the thread. They are neither the requester's answer nor the desk's: no
 * clock stops and no status changes by them. Answers with the message's id.
 *
 * Fails with `guest.not_found`, `field.secret_in_text`, `idempotency_key.reused` or `ticket.merged`: a
 * guest was invited to one thread and to no other.
 */
export async function writeAsGuest(
  deps: Deps,
  guest: GuestRow,
  said: { readonly text: string; readonly idempotencyKey: string },
): Promise<Result<string, Problem>> {
  const { tenantId, ticketId, id } = guest;
  const requestHash = sha256(JSON.stringify([ticketId, said.text]));
  return transact(deps.db, async (tx) => {
    const locked = await lockTicket(tx, { tenantId, ticketId });
    const at = new Date(deps.now());
    const [invited] = await tx
      .select({ id: guests.id })
      .from(guests)
      .where(
        and(
          eq(guests.tenantId, tenantId),
          eq(guests.id, id),
          isNull(guests.endedAt),
          gt(guests.expiresAt, at),
        ),
      )
      .for('update');
    if (!locked.ok || !invited) return fail({ code: 'guest.not_found' });
    const goesOnIn = await whereItGoesOn({ db: tx, policies: deps.policies }, locked.value);
    if (goesOnIn) return fail({ code: 'ticket.merged', params: { into: goesOnIn.number } });
    const { edition } = locked.value;
    const told = refusedSecret(deps.policies.edition(tenantId, edition)?.pack, { text: said.text });
    if (told) return fail(told);
    const messageId = deps.ids.next('msg');
    const unwritten = await writeMessage(tx, {
      ...said,
      tenantId,
      ticketId,
      messageId,
      salt: deps.ids.secret(),
      kind: 'reply',
      authorKind: 'guest',
      authorId: id,
      attachments: [],
      requestHash,
      at,
    });
    if (unwritten) {
      const known = await findIdempotencyKey(tx, tenantId, id, said.idempotencyKey);
      return known?.requestHash === requestHash
        ? succeed(known.messageId)
        : fail({ code: 'idempotency_key.reused' });
    }
    await touchTicket(tx, locked.value, at, 'guest');
    await appendEvents(tx, tenantId, [
      {
        ticketId,
        kind: 'guest_wrote',
        at,
        actor: { kind: 'guest', id },
        params: { message: messageId },
      },
    ]);
    return succeed(messageId);
  });
}
