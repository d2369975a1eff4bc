import { fail, succeed, type Result } from '#shared/result.ts';
import type { LoggedTime } from '#shared/wire/hours.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Deps } from '#server/deps.ts';
import { agentNames } from '#server/features/agents/agents.repository.ts';
import { presentBudget, presentTime } from '#server/features/hours/present-hours.ts';
import { readBudget } from '#server/features/hours/read-budget.ts';
import { findTimeEntry } from '#server/features/hours/time-entries.repository.ts';

/** An entry and the month it counts in. Fails with `time_entry.not_found`. */
export async function readLoggedTime(
  deps: Deps,
  tenantId: string,
  ticketId: string,
  entryId: string,
): Promise<Result<LoggedTime, Problem>> {
  const entry = await findTimeEntry(deps.db, tenantId, ticketId, entryId);
  const at = entry?.countedAt.getTime();
  const policy = at === undefined ? undefined : deps.policies.inForce(tenantId, at);
  if (!entry || at === undefined || !policy) return fail({ code: 'time_entry.not_found' });
  const names = await agentNames(deps.db, tenantId);
  const { budget } = entry.organisationId
    ? await readBudget(deps.db, policy, entry.organisationId, at)
    : { budget: null };
  return succeed({ entry: presentTime(entry, names), budget: presentBudget(budget) });
}
