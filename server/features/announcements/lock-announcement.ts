import { and, eq } from 'drizzle-orm';
import type { Problem } from '#shared/wire/problem.ts';
import type { Transaction } from '#server/db/connect.ts';
import {
  announcements,
  type AnnouncementRow,
} from '#server/features/announcements/announcements.table.ts';

/** Which announcement. */
export interface AnnouncementPlace {
  readonly tenantId: string;
  readonly id: string;
}

/** Nobody is told of it meanwhile. Undefined when this tenant has no such announcement. */
export async function lockAnnouncement(
  tx: Transaction,
  { tenantId, id }: AnnouncementPlace,
): Promise<AnnouncementRow | undefined> {
  const [row] = await tx
    .select()
    .from(announcements)
    .where(and(eq(announcements.tenantId, tenantId), eq(announcements.id, id)))
    .for('update');
  return row;
}

/**
 * Why an announcement stays as it is: people are being told, or it was not an agent who wrote it, or it is
 * no longer what was seen.
 *
 * @param seen undefined: whatever is there may be changed
 */
export function refusedChange(
  { kind, deliveredTo, deliveredAt, version }: AnnouncementRow,
  seen: number | undefined,
): Problem | undefined {
  if (kind === 'outage' || kind === 'advisory') return { code: 'announcement.begun' };
  if (deliveredTo !== null || deliveredAt !== null) return { code: 'announcement.begun' };
  return seen !== undefined && seen !== version ? { code: 'announcement.changed' } : undefined;
}
