import type { PlanTaskKey } from '#server/features/plan-tasks/plan-tasks.repository.ts';

/** A task as its timer names it; neither ids nor items nor days hold a slash. */
export const taskSubject = ({
  organisationId,
  item,
  month,
}: Omit<PlanTaskKey, 'tenantId'>): string => `${organisationId}/${item}/${month}`;

/** @throws Error when the timer is none of a task */
export function taskOfSubject(tenantId: string, subjectId: string): PlanTaskKey {
  const [organisationId, item, month] = subjectId.split('/');
  if (!organisationId || !item || !month) throw new Error('a task of a plan has three parts');
  return { tenantId, organisationId, item, month };
}
