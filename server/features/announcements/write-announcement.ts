import type { Transaction } from '#server/db/connect.ts';
import { announcements } from '#server/features/announcements/announcements.table.ts';
import { armTimers } from '#server/jobs/arm-timers.ts';

/** Stores an announcement and sets the instant at which it goes out. */
export async function writeAnnouncement(
  tx: Transaction,
  row: typeof announcements.$inferInsert,
): Promise<void> {
  const { tenantId, id: subjectId, publishAt: fireAt } = row;
  await tx.insert(announcements).values(row);
  await armTimers(tx, [{ tenantId, subjectId, kind: 'announcement.deliver', fireAt }]);
}
