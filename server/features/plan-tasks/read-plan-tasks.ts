import type { PlanTaskList } from '#shared/wire/plan-tasks.ts';
import type { Deps } from '#server/deps.ts';
import { listPlanTasks } from '#server/features/plan-tasks/plan-tasks.repository.ts';

/** What plans have to be done, or what was done; at most 500. */
export async function readPlanTasks(
  { db, now }: Deps,
  tenantId: string,
  state: 'open' | 'done',
): Promise<PlanTaskList> {
  const rows = await listPlanTasks(db, tenantId, state);
  return {
    tasks: rows.map(({ task: { organisationId, item, month, dueAt, doneAt, ticketId }, name }) => ({
      organisation: { id: organisationId, name },
      item,
      month,
      dueAt: dueAt.toISOString(),
      overdue: doneAt === null && dueAt.getTime() <= now(),
      doneAt: doneAt?.toISOString() ?? null,
      ticketId,
    })),
  };
}
