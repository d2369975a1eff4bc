import { fail, type Result } from '#shared/result.ts';
import type { CompleteRequestBody } from '#shared/wire/requester-act.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Deps } from '#server/deps.ts';
import { sha256 } from '#server/digest.ts';
import { actOnTicket, type ActDone } from '#server/features/life/act-on-ticket.ts';
import type { OwnTicketAct } from '#server/features/life/do-requester-act.ts';
import { lifeFacts } from '#server/features/life/life-facts.ts';
import { replayed } from '#server/features/tickets/idempotency-keys.repository.ts';
import { readAnswers } from '#server/features/tickets/read-answers.ts';
import { shownAnswers } from '#server/features/tickets/shown-answers.ts';
import { findOwnTicket } from '#server/features/tickets/tickets.repository.ts';

/**
 * Adds to an own ticket what its request lacked. What was typed becomes a message of the thread, field by
 * field; a ticket that was closed for want of it may open again by that.
 *
 * Fails with `ticket.not_found`, `field.unknown`, `field.not_missing`, `request.invalid` or as
 * `actOnTicket` does. A secret is not taken here: it has a form of its own.
 */
export async function completeRequest(
  deps: Deps,
  { tenantId, ticketId, requesterId, idempotencyKey }: OwnTicketAct,
  { answers, attachments }: CompleteRequestBody,
): Promise<Result<ActDone, Problem>> {
  const ticket = await findOwnTicket(deps.db, tenantId, requesterId, ticketId);
  const policy = ticket && deps.policies.edition(tenantId, ticket.edition);
  if (!policy) return fail({ code: 'ticket.not_found' });
  const read = readAnswers(policy.pack, ticket.category, answers);
  if (!read.ok) return read;
  const secret = Object.keys(read.value).filter((id) => policy.fields.get(id)?.secret);
  if (secret.length > 0) {
    return fail({ code: 'field.unknown', fields: secret.map((id) => `answers.${id}`) });
  }
  const files = lifeFacts(ticket, undefined).missing.flatMap(({ field }) =>
    attachments.length > 0 && policy.fields.get(field)?.kind === 'attachment' ? [field] : [],
  );
  const fields = [...Object.keys(read.value), ...files];
  const key = {
    idempotencyKey,
    requestHash: sha256(JSON.stringify([ticketId, answers, attachments])),
  };
  if (fields.length === 0) {
    // to a repeated press its own files lack no more
    const before = await replayed(deps.db, tenantId, requesterId, key);
    return before ?? fail({ code: 'request.invalid', fields: ['answers'] });
  }
  const { locale } = ticket;
  const lines = shownAnswers(policy, read.value, locale).map(
    ({ label, value }) => `${label}: ${[value].flat().join('; ')}`,
  );
  const text = [...lines, ...files.map((id) => policy.fields.get(id)?.label[locale] ?? id)];
  return actOnTicket(
    deps,
    { tenantId, ticketId, requesterId },
    {
      actor: { kind: 'requester', id: requesterId },
      words: {
        kind: 'reply',
        text: text.join('\n'),
        attachments,
        ...key,
      },
      act: (digest) => ({ act: 'complete', fields, digest }),
      elsewhere: (digest) => ({ act: 'requester_reply', digest }),
    },
  );
}
