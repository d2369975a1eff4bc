import { and, eq } from 'drizzle-orm';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import type { Agent } from '#server/features/agents/agent.ts';
import { logAgentAct } from '#server/features/agents/log-agent-act.ts';
import { announcements } from '#server/features/announcements/announcements.table.ts';
import {
  lockAnnouncement,
  refusedChange,
  type AnnouncementPlace,
} from '#server/features/announcements/lock-announcement.ts';

/**
 * Takes back what nobody was told of yet: it is shown nowhere any more, and no letter goes out. Again
 * changes nothing.
 *
 * Fails with `announcement.not_found`, `announcement.begun` or `announcement.changed`.
 *
 * @param seen the version that the agent saw; undefined: whatever is there is taken back
 */
export async function withdrawAnnouncement(
  deps: Deps,
  { tenantId, id }: AnnouncementPlace,
  by: Agent,
  seen: number | undefined,
): Promise<Result<void, Problem>> {
  return transact<void>(deps.db, async (tx) => {
    const row = await lockAnnouncement(tx, { tenantId, id });
    if (!row) return fail({ code: 'announcement.not_found' });
    if (row.withdrawnAt !== null) return succeed(undefined);
    const wrong = refusedChange(row, seen);
    if (wrong) return fail(wrong);
    const at = new Date(deps.now());
    const version = row.version + 1;
    await tx
      .update(announcements)
      .set({ withdrawnAt: at, version })
      .where(and(eq(announcements.tenantId, tenantId), eq(announcements.id, id)));
    const params = { announcement: id, version };
    await logAgentAct(tx, tenantId, { kind: 'announcement_withdrawn', by, at, params });
    return succeed(undefined);
  });
}
