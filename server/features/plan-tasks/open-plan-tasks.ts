import type { Transaction } from '#server/db/connect.ts';
import type { Deps } from '#server/deps.ts';
import { plansInForce } from '#server/features/organisations/organisations.repository.ts';
import { planTasks, type PlanTaskRow } from '#server/features/plan-tasks/plan-tasks.table.ts';
import { taskSubject } from '#server/features/plan-tasks/task-subject.ts';
import { armTimers } from '#server/jobs/arm-timers.ts';
import type { TimerHandler } from '#server/jobs/timer-handler.ts';
import { planHeld } from '#server/policy/life/plan-held.ts';
import { planTasksOf } from '#server/policy/life/plan-tasks.ts';
import { type Policy, vendorDate, vendorDay } from '#server/policy/packs.ts';
import { dayMs } from '#server/policy/time/local-date.ts';

/**
 * Opens the tasks of this month for every organisation whose plan holds some, each with the timer of
 * its end, and comes again at the vendor's next midnight: so a new contract, plan or edition has its
 * tasks within a day. What is open or done already stays as it is.
 */
export const openPlanTasks =
  ({ policies }: Pick<Deps, 'policies'>): TimerHandler =>
  async (tx, due, now) => {
    for (const { tenantId } of due) {
      const policy = policies.inForce(tenantId, now.getTime());
      if (!policy) continue;
      await openMonth(tx, policy, now.getTime());
      const nextDay = (vendorDay(policy, now.getTime()) + 1) * dayMs;
      await armTimers(tx, [
        {
          tenantId,
          subjectId: tenantId,
          kind: 'plan_tasks.open',
          fireAt: new Date(policy.zone.toInstant(nextDay)),
        },
      ]);
    }
  };

async function openMonth(tx: Transaction, policy: Policy, at: number): Promise<void> {
  const tenantId = policy.pack.vendor;
  const customers = await plansInForce(tx, tenantId, vendorDate(policy, at));
  const rows = [...customers].flatMap(([organisationId, periods]) => {
    const held = planHeld(policy, periods, at);
    return planTasksOf(policy, held?.plan, at, held?.contractDay ?? 1).map(({ item, month }) => ({
      tenantId,
      organisationId,
      item,
      month: vendorDate(policy, month.from),
      dueAt: new Date(month.until),
    }));
  });
  if (rows.length === 0) return;
  const opened = await tx.insert(planTasks).values(rows).onConflictDoNothing().returning();
  await armTimers(tx, opened.map(timerOf));
}

const timerOf = (task: PlanTaskRow) => ({
  tenantId: task.tenantId,
  subjectId: taskSubject(task),
  kind: 'plan_task.due' as const,
  fireAt: task.dueAt,
});
