import { and, eq } from 'drizzle-orm';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { AnnounceBody } from '#shared/wire/announcements.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import type { Agent } from '#server/features/agents/agent.ts';
import { logAgentAct } from '#server/features/agents/log-agent-act.ts';
import { announcements } from '#server/features/announcements/announcements.table.ts';
import {
  announcementColumns,
  refusedNow,
  refusedWords,
} from '#server/features/announcements/check-announcement.ts';
import {
  lockAnnouncement,
  refusedChange,
  type AnnouncementPlace,
} from '#server/features/announcements/lock-announcement.ts';
import { armTimers } from '#server/jobs/arm-timers.ts';

/**
 * Says anew what is to be announced, to whom and when, before anybody was told. Fails as `announce` does,
 * and with `announcement.not_found`, `announcement.withdrawn`, `announcement.begun` or `announcement.changed`.
 *
 * @param seen the version that the writer saw; undefined: whatever is there is changed
 */
export async function changeAnnouncement(
  deps: Deps,
  { tenantId, id }: AnnouncementPlace,
  by: Agent,
  body: AnnounceBody,
  seen: number | undefined,
): Promise<Result<void, Problem>> {
  const at = new Date(deps.now());
  const { pack } = deps.policies.inForce(tenantId, at.getTime()) ?? {};
  const told = refusedWords(pack, body);
  if (told) return fail(told);
  return transact<void>(deps.db, async (tx) => {
    const row = await lockAnnouncement(tx, { tenantId, id });
    if (!row) return fail({ code: 'announcement.not_found' });
    if (row.withdrawnAt !== null) return fail({ code: 'announcement.withdrawn' });
    const wrong = refusedChange(row, seen) ?? (await refusedNow(tx, tenantId, pack, body, at));
    if (wrong) return fail(wrong);
    const columns = announcementColumns(body, at);
    const version = row.version + 1;
    await tx
      .update(announcements)
      .set({ ...columns, version })
      .where(and(eq(announcements.tenantId, tenantId), eq(announcements.id, id)));
    const { publishAt: fireAt } = columns;
    await armTimers(tx, [{ tenantId, subjectId: id, kind: 'announcement.deliver', fireAt }]);
    const params = { announcement: id, version, about: body.kind, audience: body.audience.kind };
    await logAgentAct(tx, tenantId, { kind: 'announcement_changed', by, at, params });
    return succeed(undefined);
  });
}
