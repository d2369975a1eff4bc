import { z } from 'zod';

const instant = z.iso.datetime();

/** The request in which a task was worked on, where there was one. */
export const finishPlanTaskBody = z.strictObject({
  ticketId: z.string().min(1).max(64).optional(),
});

/** What a plan has to be done for one organisation in one month. */
export const planTaskView = z.object({
  organisation: z.object({ id: z.string(), name: z.string() }),
  /** An item of the plan. */
  item: z.string(),
  /** First day of the month, in the zone of the vendor. */
  month: z.iso.date(),
  dueAt: instant,
  overdue: z.boolean(),
  doneAt: instant.nullable(),
  ticketId: z.string().nullable(),
});

/** A page of the tasks of a desk, the first due first; those done the last first. */
export const planTaskList = z.object({
  tasks: z.array(planTaskView),
  next: z.string().nullable(),
});
export type PlanTaskList = z.infer<typeof planTaskList>;
