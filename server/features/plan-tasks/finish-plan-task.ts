import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import { agentActor, type Agent } from '#server/features/agents/agent.ts';
import { appendEvents } from '#server/features/event-log/append-events.ts';
import {
  lockPlanTask,
  markDone,
  type PlanTaskKey,
} from '#server/features/plan-tasks/plan-tasks.repository.ts';
import { taskSubject } from '#server/features/plan-tasks/task-subject.ts';
import { findTicket } from '#server/features/tickets/tickets.repository.ts';
import { cancelTimers } from '#server/jobs/cancel-timers.ts';

/**
 * A task of a plan is done for its month; again is harmless.
 *
 * @param ticketId the request in which it was worked on
 *
 * Fails with `plan_task.not_found` or `ticket.not_found`.
 */
export async function finishPlanTask(
  deps: Deps,
  key: PlanTaskKey,
  ticketId: string | undefined,
  agent: Agent,
): Promise<Result<void, Problem>> {
  const { tenantId, organisationId, item, month } = key;
  return transact(deps.db, async (tx) => {
    if (ticketId !== undefined && !(await findTicket(tx, tenantId, ticketId))) {
      return fail({ code: 'ticket.not_found' });
    }
    const task = await lockPlanTask(tx, key);
    if (!task) return fail({ code: 'plan_task.not_found' });
    if (task.doneAt) return succeed(undefined);
    const at = new Date(deps.now());
    await markDone(tx, key, { doneAt: at, doneBy: agent.id, ticketId: ticketId ?? null });
    await cancelTimers(tx, tenantId, taskSubject(key));
    await appendEvents(tx, tenantId, [
      {
        ticketId: ticketId ?? null,
        kind: 'plan_task_done',
        at,
        actor: agentActor(agent),
        params: { organisation: organisationId, item, month },
      },
    ]);
    return succeed(undefined);
  });
}
