import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { StoredMessage } from '#shared/wire/ticket.ts';
import type { Deps } from '#server/deps.ts';
import { sha256 } from '#server/digest.ts';
import { actOnTicket } from '#server/features/life/act-on-ticket.ts';
import { ticketNumbers } from '#server/features/merging/ticket-numbers.ts';
import { readThread } from '#server/features/messages/messages.repository.ts';

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
 * words to one that has ended reopen it where the regulation lets them. Words to one that goes on in
 * another stand there.
 *
 * Fails as `actOnTicket` does.
 */
export async function replyToTicket(
  deps: Deps,
  reply: RequesterReply,
): Promise<Result<StoredMessage, Problem>> {
  const { tenantId, requesterId, ticketId, text, attachments, idempotencyKey } = reply;
  const requestHash = sha256(JSON.stringify([ticketId, text, attachments]));
  const written = await actOnTicket(
    deps,
    { tenantId, ticketId, requesterId },
    {
      actor: { kind: 'requester', id: requesterId },
      words: { kind: 'reply', text, attachments, idempotencyKey, requestHash },
      act: (digest) => ({ act: 'requester_reply', digest }),
      elsewhere: (digest) => ({ act: 'requester_reply', digest }),
    },
  );
  if (!written.ok) return written;
  const { ticketId: standsIn, messageId } = written.value;
  const { messages } = await readThread(deps.db, tenantId, standsIn, false);
  const message = messages.find(({ id }) => id === messageId);
  if (!message) return fail({ code: 'ticket.not_found' });
  if (standsIn === ticketId) return succeed(message);
  const number = (await ticketNumbers(deps.db, deps.policies, tenantId, [standsIn])).get(standsIn);
  return succeed({ ...message, goesOnIn: { id: standsIn, number: number ?? '' } });
}
