import { and, eq, inArray } from 'drizzle-orm';
import { accessGrants } from '#server/features/access/access-grants.table.ts';
import { appendEvents } from '#server/features/event-log/append-events.ts';
import type { TimerHandler } from '#server/jobs/timer-handler.ts';

/** Wipes the secrets whose days are over. */
export const expireAccess: TimerHandler = async (tx, due, now) => {
  const tenantId = due[0]?.tenantId ?? '';
  const these = and(
    eq(accessGrants.tenantId, tenantId),
    inArray(
      accessGrants.id,
      due.map(({ subjectId }) => subjectId),
    ),
  );
  const free = await tx
    .select()
    .from(accessGrants)
    .where(these)
    .for('update', { skipLocked: true });
  const over = free.filter(
    ({ sealed, expiresAt }) => sealed !== null && expiresAt !== null && expiresAt <= now,
  );
  if (over.length > 0) {
    await tx
      .update(accessGrants)
      .set({ sealed: null })
      .where(
        and(
          eq(accessGrants.tenantId, tenantId),
          inArray(
            accessGrants.id,
            over.map(({ id }) => id),
          ),
        ),
      );
  }
  await appendEvents(
    tx,
    tenantId,
    over.map(({ id, ticketId, scope }) => ({
      ticketId,
      kind: 'access_expired',
      at: now,
      actor: { kind: 'system', id: null },
      params: { grant: id, scope },
    })),
  );
  const seen = new Set(free.map(({ id }) => id));
  return due.filter(({ subjectId }) => !seen.has(subjectId));
};
