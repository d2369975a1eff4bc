import { succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import type { Agent } from '#server/features/agents/agent.ts';
import { appendEvents } from '#server/features/event-log/append-events.ts';
import { writtenEvents } from '#server/features/hours/time-events.ts';
import type { TimeWork } from '#server/features/hours/time-work.ts';
import { writeTime } from '#server/features/hours/write-time.ts';
import { takeMakingKey } from '#server/features/tickets/idempotency-keys.repository.ts';

/**
 * Writes down what an agent worked on a ticket and answers with the id of the entry; the same key
 * again answers with the same one. Nobody works without a ticket.
 *
 * Fails as `writeTime` does, or with `idempotency_key.reused`.
 */
export async function logTime(
  deps: Deps,
  work: TimeWork,
  { agent, idempotencyKey }: { readonly agent: Agent; readonly idempotencyKey: string },
): Promise<Result<string, Problem>> {
  const { tenantId, ticketId } = work;
  return transact(deps.db, async (tx) => {
    const id = deps.ids.next('tim');
    const at = new Date(deps.now());
    const taken = await takeMakingKey(tx, id, {
      tenantId,
      sender: agent.id,
      idempotencyKey,
      content: ['time', work],
      ticketId,
      at,
    });
    if (!taken.ok) return taken;
    if (taken.value !== id) return succeed(taken.value);
    const written = await writeTime(tx, deps, id, work);
    if (!written.ok) return written;
    await appendEvents(tx, tenantId, writtenEvents('time_logged', written.value, at, agent));
    return succeed(id);
  });
}
