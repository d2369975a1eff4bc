import { fail, succeed, type Result } from '#shared/result.ts';
import type { OrganisationHours } from '#shared/wire/hours.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Deps } from '#server/deps.ts';
import { agentNames } from '#server/features/agents/agents.repository.ts';
import { presentBudget, presentTime } from '#server/features/hours/present-hours.ts';
import { readBudget } from '#server/features/hours/read-budget.ts';
import { listTimeOfOrganisation } from '#server/features/hours/time-entries.repository.ts';
import { findOrganisation } from '#server/features/organisations/read-organisation.ts';
import { hoursMonth, lastInstantOf } from '#server/policy/life/hours-month.ts';

/**
 * An organisation's month: what its plan holds, what is used, and by what.
 *
 * @param month `YYYY-MM`, the month of the vendor in which it begins; undefined: the one of now
 *
 * Fails with `organisation.not_found` or `vendor.not_allowed`.
 */
export async function readOrganisationHours(
  deps: Deps,
  tenantId: string,
  organisationId: string,
  month: string | undefined,
): Promise<Result<OrganisationHours, Problem>> {
  const policy = deps.policies.inForce(tenantId, deps.now());
  if (!policy) return fail({ code: 'vendor.not_allowed' });
  const organisation = await findOrganisation(deps.db, tenantId, organisationId);
  if (!organisation) return fail({ code: 'organisation.not_found' });
  const at = month === undefined ? deps.now() : lastInstantOf(policy, month);
  const ruled = deps.policies.inForce(tenantId, at) ?? policy;
  const { plan, budget } = await readBudget(deps.db, ruled, organisationId, at);
  const { from, until } = budget?.month ?? hoursMonth(ruled, at, 1);
  const rows = await listTimeOfOrganisation(deps.db, tenantId, organisationId, new Date(from));
  const names = await agentNames(deps.db, tenantId);
  return succeed({
    organisation: { id: organisation.id, name: organisation.name },
    plan,
    budget: presentBudget(budget),
    entries: rows
      .filter(({ countedAt }) => countedAt.getTime() < until)
      .map((row) => presentTime(row, names)),
  });
}
