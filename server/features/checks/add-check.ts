import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { CheckBody } from '#shared/wire/watch.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import type { Agent } from '#server/features/agents/agent.ts';
import { logAgentAct } from '#server/features/agents/log-agent-act.ts';
import { findCheck } from '#server/features/checks/checks.repository.ts';
import { checks } from '#server/features/checks/checks.table.ts';
import { armHeartbeat } from '#server/features/checks/heartbeat.ts';
import { takeMakingKey } from '#server/features/tickets/idempotency-keys.repository.ts';
import { armTimers } from '#server/jobs/arm-timers.ts';

const minuteMs = 60_000;

/**
 * Looks at an address from now on, first at once, and watches that looking goes on. Answers with its id;
 * the same key again answers with the same one.
 *
 * Fails with `idempotency_key.reused`, or `check.stopped` where what it made is looked at no more.
 */
export async function addCheck(
  deps: Deps,
  tenantId: string,
  body: CheckBody,
  { agent, idempotencyKey }: { readonly agent: Agent; readonly idempotencyKey: string },
): Promise<Result<string, Problem>> {
  const at = new Date(deps.now());
  const id = deps.ids.next('chk');
  return transact(deps.db, async (tx) => {
    const taken = await takeMakingKey(tx, id, {
      tenantId,
      sender: agent.id,
      idempotencyKey,
      content: ['check', body],
      at,
    });
    if (!taken.ok) return taken;
    if (taken.value !== id) {
      const made = await findCheck(tx, tenantId, taken.value);
      return made?.stoppedAt ? fail({ code: 'check.stopped' }) : taken;
    }
    await tx.insert(checks).values({ tenantId, id, ...body, createdAt: at });
    await armTimers(tx, [{ tenantId, subjectId: id, kind: 'check.run', fireAt: at }]);
    await armHeartbeat(tx, tenantId, new Date(at.getTime() + minuteMs));
    const params = { check: id, minutes: body.everyMinutes, tells: body.notifyAffected };
    await logAgentAct(tx, tenantId, { kind: 'check_added', by: agent, at, params });
    return succeed(id);
  });
}
