import { and, eq, inArray, isNull } from 'drizzle-orm';
import { appendEvents } from '#server/features/event-log/append-events.ts';
import { guests } from '#server/features/guests/guests.table.ts';
import type { TimerHandler } from '#server/jobs/timer-handler.ts';

/**
 * Writes down that the time of links is over. They open nothing from that instant on whether or not
 * this has run; a guest whom somebody is just revoking is left alone.
 */
export const expireGuests: TimerHandler = async (tx, due) => {
  const tenantId = due[0]?.tenantId;
  if (tenantId === undefined) return [];
  const ids = due.map(({ subjectId }) => subjectId);
  const there = and(eq(guests.tenantId, tenantId), inArray(guests.id, ids));
  const held = await tx
    .select({ id: guests.id, expiresAt: guests.expiresAt })
    .from(guests)
    .where(there)
    .for('update', { skipLocked: true });
  const free = held.map(({ id }) => id);
  if (free.length > 0) {
    const ended = await tx
      .update(guests)
      .set({ endedAt: guests.expiresAt, ended: 'expired' })
      .where(and(eq(guests.tenantId, tenantId), inArray(guests.id, free), isNull(guests.endedAt)))
      .returning({ id: guests.id, ticketId: guests.ticketId, expiresAt: guests.expiresAt });
    await appendEvents(
      tx,
      tenantId,
      ended.map(({ id, ticketId, expiresAt }) => ({
        ticketId,
        kind: 'guest_expired',
        at: expiresAt,
        actor: { kind: 'system', id: null },
        params: { guest: id },
      })),
    );
  }
  return due.filter(({ subjectId }) => !free.includes(subjectId));
};
