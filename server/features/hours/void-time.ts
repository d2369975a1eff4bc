import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import type { Agent } from '#server/features/agents/agent.ts';
import { appendEvents } from '#server/features/event-log/append-events.ts';
import { lockTimeEntry, markVoided } from '#server/features/hours/time-entries.repository.ts';
import { timeEvent } from '#server/features/hours/time-events.ts';
import { lockOrganisation } from '#server/features/organisations/organisations.repository.ts';

/** Takes an entry out of the sums; again is harmless. Fails with `time_entry.not_found`. */
export async function voidTime(
  deps: Deps,
  place: { readonly tenantId: string; readonly ticketId: string; readonly entryId: string },
  agent: Agent,
): Promise<Result<void, Problem>> {
  const { tenantId, ticketId, entryId } = place;
  return transact(deps.db, async (tx) => {
    const entry = await lockTimeEntry(tx, tenantId, ticketId, entryId);
    if (!entry) return fail({ code: 'time_entry.not_found' });
    if (entry.voidedAt) return succeed(undefined);
    if (entry.organisationId) await lockOrganisation(tx, tenantId, entry.organisationId);
    const at = new Date(deps.now());
    await markVoided(tx, entry, { at, by: agent.id });
    await appendEvents(tx, tenantId, [timeEvent('time_voided', entry, at, agent)]);
    return succeed(undefined);
  });
}
