import type { CheckBody } from '#shared/wire/watch.ts';
import type { Deps } from '#server/deps.ts';
import { checks } from '#server/features/checks/checks.table.ts';
import { armHeartbeat } from '#server/features/checks/heartbeat.ts';
import { armTimers } from '#server/jobs/arm-timers.ts';

const minuteMs = 60_000;

/** Looks at an address from now on, first at once, and watches that looking goes on. Answers with its id. */
export async function addCheck(deps: Deps, tenantId: string, body: CheckBody): Promise<string> {
  const at = new Date(deps.now());
  const id = deps.ids.next('chk');
  await deps.db.transaction(async (tx) => {
    await tx.insert(checks).values({ tenantId, id, ...body, createdAt: at });
    await armTimers(tx, [{ tenantId, subjectId: id, kind: 'check.run', fireAt: at }]);
    await armHeartbeat(tx, tenantId, new Date(at.getTime() + minuteMs));
  });
  return id;
}
