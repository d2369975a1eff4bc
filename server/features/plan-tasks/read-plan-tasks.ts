import type { PlanTaskList } from '#shared/wire/plan-tasks.ts';
import type { Deps } from '#server/deps.ts';
import {
  listPlanTasks,
  type PlanTasksAsked,
} from '#server/features/plan-tasks/plan-tasks.repository.ts';
import { pageOf, placeText } from '#server/http/page.ts';

/** A page of what plans have to be done, or of what was done. */
export async function readPlanTasks(
  { db, now }: Deps,
  tenantId: string,
  asked: PlanTasksAsked,
): Promise<PlanTaskList> {
  const found = await listPlanTasks(db, tenantId, { ...asked, limit: asked.limit + 1 });
  const { rows, next } = pageOf(
    found,
    asked.limit,
    ({ task: { organisationId, item, month, dueAt, doneAt } }) =>
      placeText((doneAt ?? dueAt).getTime(), organisationId, item, month),
  );
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
    next,
  };
}
