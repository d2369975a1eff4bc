import { inTransaction } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import { armTimers } from '#server/jobs/arm-timers.ts';

/** Lets the tasks of every vendor's plans be opened now, and from then on each day; again is harmless. */
export async function beginPlanTasks({ db, policies, now }: Deps): Promise<void> {
  await inTransaction(db, (tx) =>
    armTimers(
      tx,
      policies.vendors.map((tenantId) => ({
        tenantId,
        subjectId: tenantId,
        kind: 'plan_tasks.open',
        fireAt: new Date(now()),
      })),
    ),
  );
}
