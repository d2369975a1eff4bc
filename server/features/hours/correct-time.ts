import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import type { Agent } from '#server/features/agents/agent.ts';
import { appendEvents } from '#server/features/event-log/append-events.ts';
import { lockTimeEntry, markVoided } from '#server/features/hours/time-entries.repository.ts';
import type { TimeEntryRow } from '#server/features/hours/time-entries.table.ts';
import { writtenEvents } from '#server/features/hours/time-events.ts';
import type { TimeWork } from '#server/features/hours/time-work.ts';
import { writeTime } from '#server/features/hours/write-time.ts';
import { takeMakingKey } from '#server/features/tickets/idempotency-keys.repository.ts';

/** Other minutes for work that was written down already. */
export interface TimeCorrection extends Pick<
  TimeWork,
  'tenantId' | 'ticketId' | 'minutes' | 'choice'
> {
  readonly entryId: string;
  readonly agent: Agent;
  readonly idempotencyKey: string;
}

/**
 * Voids an entry and writes another one in its place, counted anew; answers with its id. Who worked
 * and when stays.
 *
 * Fails with `time_entry.not_found` or `time_entry.voided`, as `writeTime` does, or with
 * `idempotency_key.reused`.
 */
export async function correctTime(
  deps: Deps,
  { tenantId, ticketId, entryId, agent, minutes, choice, idempotencyKey }: TimeCorrection,
): Promise<Result<string, Problem>> {
  return transact(deps.db, async (tx) => {
    const id = deps.ids.next('tim');
    const at = new Date(deps.now());
    const taken = await takeMakingKey(tx, id, {
      tenantId,
      sender: agent.id,
      idempotencyKey,
      content: ['correction', entryId, minutes, choice],
      ticketId,
      at,
    });
    if (!taken.ok) return taken;
    if (taken.value !== id) return succeed(taken.value);
    const wrong = await lockTimeEntry(tx, tenantId, ticketId, entryId);
    if (!wrong) return fail({ code: 'time_entry.not_found' });
    if (wrong.voidedAt) return fail({ code: 'time_entry.voided' });
    await markVoided(tx, wrong, { at, by: agent.id });
    const written = await writeTime(tx, deps, id, {
      ...workOf(wrong),
      minutes,
      choice,
      replaces: entryId,
    });
    if (!written.ok) return written;
    await appendEvents(tx, tenantId, writtenEvents('time_corrected', written.value, at, agent));
    return succeed(id);
  });
}

const workOf = (row: TimeEntryRow): TimeWork => ({
  tenantId: row.tenantId,
  ticketId: row.ticketId,
  agentId: row.agentId,
  minutes: row.minutes,
  workedAt: row.workedAt.getTime(),
  item: row.item ?? undefined,
  exclusive: row.exclusive,
  ownError: row.ownError,
  orderId: row.orderId ?? undefined,
});
