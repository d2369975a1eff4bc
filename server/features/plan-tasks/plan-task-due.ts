import { appendEvents } from '#server/features/event-log/append-events.ts';
import { takePlanTask } from '#server/features/plan-tasks/plan-tasks.repository.ts';
import { taskOfSubject } from '#server/features/plan-tasks/task-subject.ts';
import type { ClaimedTimer, TimerHandler } from '#server/jobs/timer-handler.ts';
import type { EventDraft } from '#server/features/event-log/event-body.ts';

/** Tells the log which tasks were left undone when their month ended; they stay open. */
export const planTaskDue: TimerHandler = async (tx, due) => {
  const left: ClaimedTimer[] = [];
  const events: EventDraft[] = [];
  for (const timer of due) {
    const key = taskOfSubject(timer.tenantId, timer.subjectId);
    const task = await takePlanTask(tx, key);
    if (!task) left.push(timer);
    else if (!task.doneAt) {
      events.push({
        ticketId: null,
        kind: 'plan_task_overdue',
        at: timer.dueAt,
        actor: { kind: 'system', id: null },
        params: { organisation: key.organisationId, item: key.item, month: key.month },
      });
    }
  }
  const [first] = due;
  if (first) await appendEvents(tx, first.tenantId, events);
  return left;
};
