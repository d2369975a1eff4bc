import { and, eq } from 'drizzle-orm';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import { agentActor, type Agent } from '#server/features/agents/agent.ts';
import { apiKeys } from '#server/features/api-keys/api-keys.table.ts';
import { appendEvents } from '#server/features/event-log/append-events.ts';

/** Lets a key open nothing from now on; again is harmless. Fails with `api_key.not_found`. */
export async function revokeKey(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  tenantId: string,
  id: string,
  agent: Agent,
): Promise<Result<void, Problem>> {
  const at = new Date(now());
  const place = and(eq(apiKeys.tenantId, tenantId), eq(apiKeys.id, id));
  return transact<void>(db, async (tx) => {
    const [key] = await tx.select().from(apiKeys).where(place).for('update');
    if (!key) return fail({ code: 'api_key.not_found' });
    if (key.revokedAt) return succeed(undefined);
    await tx.update(apiKeys).set({ revokedAt: at }).where(place);
    await appendEvents(tx, tenantId, [
      {
        ticketId: null,
        kind: 'api_key_revoked',
        at,
        actor: agentActor(agent),
        params: { key: id },
      },
    ]);
    return succeed(undefined);
  });
}
