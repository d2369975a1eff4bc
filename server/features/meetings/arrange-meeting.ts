import { fail, succeed, type Result } from '#shared/result.ts';
import type { MeetingBody } from '#shared/wire/meetings.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import { agentActor, type Agent } from '#server/features/agents/agent.ts';
import { appendEvents } from '#server/features/event-log/append-events.ts';
import { meetings } from '#server/features/meetings/meetings.table.ts';
import { mailRequester } from '#server/features/outbox/mail-requester.ts';
import { findRequester } from '#server/features/requesters/requesters.repository.ts';
import { takeMakingKey } from '#server/features/tickets/idempotency-keys.repository.ts';
import { lockForWords, type TicketPlace } from '#server/features/tickets/lock-ticket.ts';

/**
 * Arranges an online meeting and invites the requester by letter. An invitation is no answer: no
 * clock stops by it.
 *
 * Fails with `instant.past`, `ticket.not_found`, `ticket.changed` or `idempotency_key.reused`.
 */
export async function arrangeMeeting(
  deps: Deps,
  place: TicketPlace,
  body: MeetingBody,
  { agent, idempotencyKey }: { readonly agent: Agent; readonly idempotencyKey: string },
): Promise<Result<string, Problem>> {
  const { tenantId, ticketId } = place;
  const arrangedAt = new Date(deps.now());
  const at = new Date(body.at);
  const url = new URL(body.url).href;
  return transact(deps.db, async (tx) => {
    const locked = await lockForWords(tx, place);
    if (!locked.ok) return locked;
    const id = deps.ids.next('mtg');
    const taken = await takeMakingKey(tx, id, {
      tenantId,
      sender: agent.id,
      idempotencyKey,
      content: ['meeting', ticketId, body],
      ticketId,
      at: arrangedAt,
    });
    if (!taken.ok || taken.value !== id) return taken;
    if (at <= arrangedAt) return fail({ code: 'instant.past', fields: ['at'] });
    const requester = await findRequester(tx, tenantId, locked.value.requesterId);
    await tx.insert(meetings).values({
      tenantId,
      id,
      ticketId,
      url,
      at,
      plannedMinutes: body.minutes,
      requesterTimezone: requester?.timezone ?? null,
      state: 'planned',
      arrangedBy: agent.id,
      arrangedAt,
    });
    await mailRequester(tx, locked.value, 'meeting_invited', arrangedAt, undefined, {
      meeting: id,
    });
    await appendEvents(tx, tenantId, [
      {
        ticketId,
        kind: 'meeting_arranged',
        at: arrangedAt,
        actor: agentActor(agent),
        params: { meeting: id, at: at.toISOString(), minutes: body.minutes },
      },
    ]);
    return succeed(id);
  });
}
