import { hoursMonth, type HoursMonth } from './hours-month.ts';
import { planOf } from '#server/policy/decision/plans.ts';
import type { Policy } from '#server/policy/packs.ts';

/** A task that a plan holds for one month; it is due when the month ends. */
export interface PlanTask {
  readonly item: string;
  readonly month: HoursMonth;
  readonly clause: string;
}

/**
 * What a plan has to be done in the month around an instant (S4.5.2.10). Months are those of its hours.
 *
 * @param at epoch milliseconds
 * @param contractDay day of the month on which the contract began; without effect on calendar months
 */
export function planTasksOf(
  policy: Policy,
  plan: string | undefined,
  at: number,
  contractDay: number,
): PlanTask[] {
  const startDay = policy.pack.hours?.month === 'contract' ? contractDay : 1;
  const month = hoursMonth(policy, at, startDay);
  const items = planOf(policy.pack, plan)?.items ?? [];
  return items
    .filter(({ recurring }) => recurring)
    .map(({ id, clause }) => ({ item: id, month, clause }));
}
