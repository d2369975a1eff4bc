import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Database, Transaction } from '#server/db/connect.ts';
import { newestFirst } from '#server/db/newest-first.ts';
import { organisations } from '#server/features/organisations/organisations.table.ts';
import { planTasks, type PlanTaskRow } from '#server/features/plan-tasks/plan-tasks.table.ts';

/** Which task: of whom, what, in which month (its first day). */
export type PlanTaskKey = Pick<PlanTaskRow, 'tenantId' | 'organisationId' | 'item' | 'month'>;

const taskAt = ({ tenantId, organisationId, item, month }: PlanTaskKey) =>
  and(
    eq(planTasks.tenantId, tenantId),
    eq(planTasks.organisationId, organisationId),
    eq(planTasks.item, item),
    eq(planTasks.month, month),
  );

/** Locked for a change; undefined when there is none. */
export async function lockPlanTask(
  tx: Transaction,
  key: PlanTaskKey,
): Promise<PlanTaskRow | undefined> {
  const [row] = await tx.select().from(planTasks).where(taskAt(key)).for('update');
  return row;
}

/** The same without waiting: undefined also while somebody else changes it. */
export async function takePlanTask(
  tx: Transaction,
  key: PlanTaskKey,
): Promise<PlanTaskRow | undefined> {
  const [row] = await tx
    .select()
    .from(planTasks)
    .where(taskAt(key))
    .for('update', { skipLocked: true });
  return row;
}

/** Marks a task as done. */
export async function markDone(
  tx: Transaction,
  key: PlanTaskKey,
  done: Pick<PlanTaskRow, 'doneAt' | 'doneBy' | 'ticketId'>,
): Promise<void> {
  await tx.update(planTasks).set(done).where(taskAt(key));
}

const listLimit = 500;

/** Tasks of a desk with their organisations: open ones, the first due first, or those done, the last first. */
export async function listPlanTasks(db: Database, tenantId: string, state: 'open' | 'done') {
  const open = state === 'open';
  return db
    .select({ task: planTasks, name: organisations.name })
    .from(planTasks)
    .innerJoin(
      organisations,
      and(
        eq(organisations.tenantId, planTasks.tenantId),
        eq(organisations.id, planTasks.organisationId),
      ),
    )
    .where(
      and(
        eq(planTasks.tenantId, tenantId),
        open ? isNull(planTasks.doneAt) : isNotNull(planTasks.doneAt),
      ),
    )
    .orderBy(open ? planTasks.dueAt : newestFirst(planTasks.doneAt))
    .limit(listLimit);
}
