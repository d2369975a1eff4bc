import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Database, Transaction } from '#server/db/connect.ts';
import { newestFirst } from '#server/db/newest-first.ts';
import { organisations } from '#server/features/organisations/organisations.table.ts';
import { planTasks, type PlanTaskRow } from '#server/features/plan-tasks/plan-tasks.table.ts';
import type { PageAsked } from '#server/http/read-on.ts';

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

/** Where a task stands in its list. */
export interface PlanTaskPlace extends Omit<PlanTaskKey, 'tenantId'> {
  /** When it is due, or was done. */
  readonly at: Date;
}

/** Which page of which tasks of a desk. */
export interface PlanTasksAsked extends PageAsked<PlanTaskPlace> {
  readonly state: 'open' | 'done';
}

/** Tasks of a desk with their organisations: open ones, the first due first, or those done, the last first. */
export async function listPlanTasks(
  db: Database,
  tenantId: string,
  { state, after, limit }: PlanTasksAsked,
) {
  const open = state === 'open';
  const { dueAt, doneAt, organisationId, item, month } = planTasks;
  const order = [open ? dueAt : doneAt, organisationId, item, month];
  const behind =
    after &&
    sql`(${sql.join(order, sql`, `)}) ${sql.raw(open ? '>' : '<')} (${after.at.toISOString()}::timestamptz,
      ${after.organisationId}, ${after.item}, ${after.month}::date)`;
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
    .where(and(eq(planTasks.tenantId, tenantId), open ? isNull(doneAt) : isNotNull(doneAt), behind))
    .orderBy(...order.map((column) => (open ? column : newestFirst(column))))
    .limit(limit);
}
