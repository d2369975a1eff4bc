import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { DeletedThere } from '#shared/wire/vendor-portal.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import { agentActor, type Agent } from '#server/features/agents/agent.ts';
import { appendEvents } from '#server/features/event-log/append-events.ts';
import { everyRecordOf, keepErased } from '#server/features/vendor-portal/records.repository.ts';

/**
 * An agent says that something of an erased ticket is deleted in a portal that is told nothing more. Fails with
 * `delivery.not_found`.
 */
export async function deleteThere(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  tenantId: string,
  { ticket: ticketId, key }: DeletedThere,
  by: Agent,
): Promise<Result<void, Problem>> {
  const at = new Date(now());
  return transact<void>(db, async (tx) => {
    const records = await everyRecordOf(tx, tenantId, ticketId);
    const record = records.find((one) => one.key === key && one.erasedAt === null);
    if (!record) return fail({ code: 'delivery.not_found' });
    await keepErased(tx, record, at);
    const params = { type: record.type, remote: record.remoteId };
    await appendEvents(tx, tenantId, [
      { ticketId, kind: 'portal_copy_deleted', at, actor: agentActor(by), params },
    ]);
    return succeed(undefined);
  });
}
