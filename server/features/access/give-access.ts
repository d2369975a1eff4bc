import { and, eq } from 'drizzle-orm';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import {
  grantSealPlace,
  lockGrant,
  type GrantPlace,
} from '#server/features/access/access-grants.repository.ts';
import { accessGrants } from '#server/features/access/access-grants.table.ts';
import { grantState } from '#server/features/access/grant-view.ts';
import { appendEvents } from '#server/features/event-log/append-events.ts';
import { takeIdempotencyKey } from '#server/features/tickets/idempotency-keys.repository.ts';
import { lockTicket } from '#server/features/tickets/lock-ticket.ts';
import { touchTicket } from '#server/features/tickets/touch-ticket.ts';
import { armTimers } from '#server/jobs/arm-timers.ts';

/** What a requester gives when asked. */
export interface GivenAccess extends GrantPlace {
  readonly requesterId: string;
  readonly secret: string;
  readonly idempotencyKey: string;
}

const dayMs = 86_400_000;

/**
 * Seals what a requester gives and arms its end.
 *
 * Fails with `ticket.not_found`, `access.not_found`, `access.already_given`, `access.ended` or
 * `idempotency_key.reused`.
 */
export async function giveAccess(deps: Deps, given: GivenAccess): Promise<Result<void, Problem>> {
  const { tenantId, ticketId, grantId, requesterId, secret } = given;
  return transact(deps.db, async (tx) => {
    const ticket = await lockTicket(tx, given);
    if (!ticket.ok) return ticket;
    if (ticket.value.requesterId !== requesterId) return fail({ code: 'ticket.not_found' });
    const at = new Date(deps.now());
    const sent = deps.secretBox.fingerprint(JSON.stringify(['access', grantId, secret]));
    const attempt = deps.ids.next('acc');
    const taken = await takeIdempotencyKey(tx, {
      tenantId,
      sender: requesterId,
      key: given.idempotencyKey,
      // a plain digest of a short password could be guessed
      requestHash: sent,
      ticketId,
      messageId: attempt,
      createdAt: at,
    });
    if (!taken.ok) return taken;
    if (taken.value !== attempt) return succeed(undefined);

    const locked = await lockGrant(tx, given);
    if (!locked.ok) return locked;
    const { scope, days } = locked.value;
    const state = grantState(locked.value, at.getTime());
    if (state === 'given') return fail({ code: 'access.already_given' });
    if (state !== 'asked') return fail({ code: 'access.ended' });
    const expiresAt = new Date(at.getTime() + days * dayMs);
    await tx
      .update(accessGrants)
      .set({
        sealed: deps.secretBox.seal(secret, grantSealPlace(tenantId, grantId)),
        givenAt: at,
        expiresAt,
      })
      .where(and(eq(accessGrants.tenantId, tenantId), eq(accessGrants.id, grantId)));
    await touchTicket(tx, ticket.value, at, 'requester');
    await armTimers(tx, [
      { tenantId, subjectId: grantId, kind: 'access_grant.expire', fireAt: expiresAt },
    ]);
    await appendEvents(tx, tenantId, [
      {
        ticketId,
        kind: 'access_given',
        at,
        actor: { kind: 'requester', id: requesterId },
        params: { grant: grantId, scope },
      },
    ]);
    return succeed(undefined);
  });
}
