import { fail, succeed, type Result } from '#shared/result.ts';
import type { RevealedAccess } from '#shared/wire/access.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import {
  grantSealPlace,
  lockGrant,
  type GrantPlace,
} from '#server/features/access/access-grants.repository.ts';
import { grantState } from '#server/features/access/grant-view.ts';
import { agentActor, type Agent } from '#server/features/agents/agent.ts';
import { appendEvents } from '#server/features/event-log/append-events.ts';

/**
 * Shows an agent what an access opens. The view is in the log before the secret leaves the database,
 * and each view is one of its own.
 *
 * Fails with `access.not_found`, `access.not_given` or `access.ended`.
 */
export async function revealAccess(
  deps: Deps,
  place: GrantPlace,
  agent: Agent,
): Promise<Result<RevealedAccess, Problem>> {
  const { tenantId, ticketId, grantId } = place;
  return transact<RevealedAccess>(deps.db, async (tx) => {
    const locked = await lockGrant(tx, place);
    if (!locked.ok) return locked;
    const { sealed, scope, expiresAt } = locked.value;
    const at = new Date(deps.now());
    const state = grantState(locked.value, at.getTime());
    if (state === 'asked') return fail({ code: 'access.not_given' });
    if (state !== 'given' || sealed === null) return fail({ code: 'access.ended' });
    const secret = deps.secretBox.open(sealed, grantSealPlace(tenantId, grantId));
    await appendEvents(tx, tenantId, [
      {
        ticketId,
        kind: 'secret_viewed',
        at,
        actor: agentActor(agent),
        params: { grant: grantId, scope },
      },
    ]);
    return succeed({ secret, expiresAt: expiresAt?.toISOString() ?? null });
  });
}
