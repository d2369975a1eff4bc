import type { Deps } from '#server/deps.ts';
import { expireAccess } from '#server/features/access/expire-access.ts';
import { expireGuests } from '#server/features/guests/expire-guests.ts';
import { openPlanTasks } from '#server/features/plan-tasks/open-plan-tasks.ts';
import { planTaskDue } from '#server/features/plan-tasks/plan-task-due.ts';
import { checkRun } from '#server/features/checks/check-run.ts';
import { watchHeartbeat } from '#server/features/checks/heartbeat.ts';
import { criticalAckDue } from '#server/features/critical-track/critical-ack-due.ts';
import type { TimerHandlers } from '#server/jobs/timer-handler.ts';

/** What this server does when a deadline comes, kind by kind. */
export const timerHandlers = (deps: Deps): TimerHandlers => ({
  'access_grant.expire': expireAccess,
  'guest.expire': expireGuests,
  'plan_tasks.open': openPlanTasks(deps),
  'plan_task.due': planTaskDue,
  'check.run': checkRun(deps),
  'critical_ack.due': criticalAckDue(deps),
  'watch.heartbeat': watchHeartbeat(deps),
});
