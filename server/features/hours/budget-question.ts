import type { Database } from '#server/db/connect.ts';
import { listTimeOfOrganisation } from '#server/features/hours/time-entries.repository.ts';
import type { BudgetQuestion } from '#server/policy/life/hours-budget.ts';
import type { HeldPlan } from '#server/policy/life/plan-held.ts';
import { dayMs } from '#server/policy/time/local-date.ts';

/** More than the month of an instant and the month before it, whichever day they begin on. */
const reachMs = 63 * dayMs;

/**
 * What an organisation has used of its plan, as the policy asks for it.
 *
 * @param at epoch milliseconds
 */
export async function budgetQuestion(
  db: Database,
  tenantId: string,
  organisationId: string,
  held: HeldPlan,
  at: number,
): Promise<BudgetQuestion> {
  const rows = await listTimeOfOrganisation(db, tenantId, organisationId, new Date(at - reachMs));
  return {
    ...held,
    at,
    entries: rows.map(({ countedAt, minutes, countedMinutes }) => ({
      at: countedAt.getTime(),
      minutes,
      countedMinutes,
    })),
  };
}
