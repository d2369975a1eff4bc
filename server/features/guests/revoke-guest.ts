import { and, eq, isNull } from 'drizzle-orm';
import { succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import { agentActor, type Agent } from '#server/features/agents/agent.ts';
import { appendEvents } from '#server/features/event-log/append-events.ts';
import { guests } from '#server/features/guests/guests.table.ts';
import { cancelTimers } from '#server/jobs/cancel-timers.ts';

/** Takes a guest's link away at once; one that has ended stays as it ended. */
export async function revokeGuest(
  deps: Deps,
  place: { readonly tenantId: string; readonly ticketId: string },
  id: string,
  agent: Agent,
): Promise<Result<void, Problem>> {
  const { tenantId, ticketId } = place;
  return transact(deps.db, async (tx) => {
    const at = new Date(deps.now());
    const ended = await tx
      .update(guests)
      .set({ endedAt: at, ended: 'revoked' })
      .where(
        and(
          eq(guests.tenantId, tenantId),
          eq(guests.id, id),
          eq(guests.ticketId, ticketId),
          isNull(guests.endedAt),
        ),
      )
      .returning({ id: guests.id });
    if (ended.length === 0) return succeed(undefined);
    await cancelTimers(tx, tenantId, id);
    await appendEvents(tx, tenantId, [
      {
        ticketId,
        kind: 'guest_revoked',
        at,
        actor: agentActor(agent),
        params: { guest: id },
      },
    ]);
    return succeed(undefined);
  });
}
