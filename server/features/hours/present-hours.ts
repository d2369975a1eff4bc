import type { HoursBudgetView, TimeEntryView } from '#shared/wire/hours.ts';
import type { TimeEntryRow } from '#server/features/hours/time-entries.table.ts';
import type { HoursBudget } from '#server/policy/life/hours-budget.ts';

const iso = (at: number): string => new Date(at).toISOString();

/** A month of a plan as it travels. */
export const presentBudget = (budget: HoursBudget | null): HoursBudgetView | null =>
  budget && {
    ...budget,
    month: { from: iso(budget.month.from), until: iso(budget.month.until) },
    choices: [...budget.choices],
  };

/** @param names of the desk's agents by id */
export const presentTime = (
  row: TimeEntryRow,
  names: ReadonlyMap<string, string>,
): TimeEntryView => ({
  id: row.id,
  ticketId: row.ticketId,
  agent: names.get(row.agentId) ?? null,
  minutes: row.minutes,
  countedMinutes: row.countedMinutes,
  item: row.item,
  ownError: row.ownError,
  orderId: row.orderId,
  choice: row.choice,
  workedAt: row.workedAt.toISOString(),
  countedAt: row.countedAt.toISOString(),
  voided: row.voidedAt !== null,
});
