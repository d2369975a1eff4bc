import { and, eq, inArray, isNull } from 'drizzle-orm';
import { appendEvents } from '#server/features/event-log/append-events.ts';
import { ideas } from '#server/features/ideas/ideas.table.ts';
import { tickets } from '#server/features/tickets/tickets.table.ts';
import type { TimerHandler } from '#server/jobs/timer-handler.ts';

/** Puts proposals and feedback that have no outcome at their time before the desk: nobody is told. */
export const findOverdueIdeas: TimerHandler = async (tx, due) => {
  const tenantId = due[0]?.tenantId;
  if (tenantId === undefined) return [];
  const ids = due.map(({ subjectId }) => subjectId);
  const held = await tx
    .select({ id: ideas.ticketId, outcome: tickets.outcome })
    .from(ideas)
    .innerJoin(tickets, and(eq(tickets.tenantId, ideas.tenantId), eq(tickets.id, ideas.ticketId)))
    .where(and(eq(ideas.tenantId, tenantId), inArray(ideas.ticketId, ids)))
    .for('no key update', { skipLocked: true });
  const late = held.filter(({ outcome }) => outcome === null).map(({ id }) => id);
  if (late.length > 0) {
    const found = await tx
      .update(ideas)
      .set({ overdueAt: ideas.dueAt })
      .where(
        and(eq(ideas.tenantId, tenantId), inArray(ideas.ticketId, late), isNull(ideas.overdueAt)),
      )
      .returning({ ticketId: ideas.ticketId, dueAt: ideas.dueAt });
    await appendEvents(
      tx,
      tenantId,
      found.map(({ ticketId, dueAt }) => ({
        ticketId,
        kind: 'idea_overdue',
        at: dueAt,
        actor: { kind: 'system', id: null },
      })),
    );
  }
  const taken = held.map(({ id }) => id);
  return due.filter(({ subjectId }) => !taken.includes(subjectId));
};
