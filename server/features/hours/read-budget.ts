import type { Database } from '#server/db/connect.ts';
import { budgetQuestion } from '#server/features/hours/budget-question.ts';
import { plansOfOrganisation } from '#server/features/organisations/organisations.repository.ts';
import { hoursBudget, type HoursBudget } from '#server/policy/life/hours-budget.ts';
import { planHeld } from '#server/policy/life/plan-held.ts';
import type { Policy } from '#server/policy/packs.ts';

/**
 * The plan of an organisation and how its hours stand in the month around an instant.
 *
 * @param at epoch milliseconds
 * @returns `budget` null where no hours are counted for it
 */
export async function readBudget(
  db: Database,
  policy: Policy,
  organisationId: string,
  at: number,
): Promise<{ readonly plan: string | null; readonly budget: HoursBudget | null }> {
  const { vendor } = policy.pack;
  const held = planHeld(policy, await plansOfOrganisation(db, vendor, organisationId), at);
  if (!held) return { plan: null, budget: null };
  const question = await budgetQuestion(db, vendor, organisationId, held, at);
  return { plan: held.plan, budget: hoursBudget(policy, question) };
}
