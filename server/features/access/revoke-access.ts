import { and, eq } from 'drizzle-orm';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import { lockGrant, type GrantPlace } from '#server/features/access/access-grants.repository.ts';
import { accessGrants } from '#server/features/access/access-grants.table.ts';
import { grantState } from '#server/features/access/grant-view.ts';
import { appendEvents } from '#server/features/event-log/append-events.ts';
import type { Actor } from '#server/features/event-log/event-body.ts';
import { findOwnTicket } from '#server/features/tickets/tickets.repository.ts';
import { cancelTimers } from '#server/jobs/cancel-timers.ts';

/**
 * Takes an access back, or a request for one, and wipes its secret; what has ended already stays so.
 *
 * Fails with `access.not_found`; for a requester also with `ticket.not_found` where it is not theirs.
 */
export async function revokeAccess(
  deps: Deps,
  place: GrantPlace,
  actor: Actor & { readonly kind: 'agent' | 'requester'; readonly id: string },
): Promise<Result<void, Problem>> {
  const { tenantId, ticketId, grantId } = place;
  return transact(deps.db, async (tx) => {
    if (actor.kind === 'requester' && !(await findOwnTicket(tx, tenantId, actor.id, ticketId))) {
      return fail({ code: 'ticket.not_found' });
    }
    const locked = await lockGrant(tx, place);
    if (!locked.ok) return locked;
    const at = new Date(deps.now());
    const state = grantState(locked.value, at.getTime());
    if (state === 'revoked' || state === 'expired') return succeed(undefined);
    await tx
      .update(accessGrants)
      .set({ sealed: null, revokedAt: at })
      .where(and(eq(accessGrants.tenantId, tenantId), eq(accessGrants.id, grantId)));
    await cancelTimers(tx, tenantId, grantId);
    await appendEvents(tx, tenantId, [
      {
        ticketId,
        kind: 'access_revoked',
        at,
        actor,
        params: { grant: grantId, scope: locked.value.scope },
      },
    ]);
    return succeed(undefined);
  });
}
