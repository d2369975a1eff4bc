import { and, eq } from 'drizzle-orm';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { ReleaseAct } from '#shared/wire/releases.ts';
import type { Transaction } from '#server/db/connect.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import type { Agent } from '#server/features/agents/agent.ts';
import { logAgentAct } from '#server/features/agents/log-agent-act.ts';
import { endProblemsOf } from '#server/features/known-problems/fix-problems.ts';
import { lockRegistry } from '#server/features/releases/lock-registry.ts';
import { lockRelease } from '#server/features/releases/releases.repository.ts';
import { releases, type ReleaseRow } from '#server/features/releases/releases.table.ts';
import { armTimers } from '#server/jobs/arm-timers.ts';
import { vendorDate } from '#server/policy/packs.ts';

/**
 * A version comes out today and whoever waits is told, or its day moves. Publishing again is harmless.
 *
 * @param seen the revision that the agent saw; undefined: whatever is there
 *
 * Fails with `release.not_found`, `release.changed`, `instant.past`, or `release.out` where a version that is out is to be
 * planned.
 */
export async function changeRelease(
  deps: Deps,
  { tenantId, id }: { readonly tenantId: string; readonly id: string },
  asked: ReleaseAct,
  by: Agent,
  seen: number | undefined,
): Promise<Result<void, Problem>> {
  const policy = deps.policies.inForce(tenantId, deps.now());
  if (!policy) return fail({ code: 'vendor.not_allowed' });
  const today = vendorDate(policy, deps.now());
  if (asked.act === 'plan' && asked.on < today)
    return fail({ code: 'instant.past', fields: ['on'] });
  return transact<void>(deps.db, async (tx) => {
    await lockRegistry(tx, tenantId);
    const release = await lockRelease(tx, tenantId, id);
    if (!release) return fail({ code: 'release.not_found' });
    if (release.releasedOn !== null)
      return asked.act === 'publish' ? succeed(undefined) : fail({ code: 'release.out' });
    if (asked.act === 'plan' && asked.on === release.plannedOn) return succeed(undefined);
    if (seen !== undefined && seen !== release.revision) return fail({ code: 'release.changed' });
    const at = new Date(deps.now());
    await tx
      .update(releases)
      .set({
        ...(asked.act === 'publish' ? { releasedOn: today } : { plannedOn: asked.on }),
        revision: release.revision + 1,
      })
      .where(and(eq(releases.tenantId, tenantId), eq(releases.id, id)));
    if (asked.act === 'publish') await announceRelease(tx, release, by, at);
    else {
      const params = { release: id, version: release.version, day: asked.on };
      await logAgentAct(tx, tenantId, { kind: 'release_dated', by, at, params });
    }
    return succeed(undefined);
  });
}

/**
 * A version is out: what it ends has ended, and whoever waits is told next. The last of a transaction.
 *
 * @param more what its event says besides its name
 */
export async function announceRelease(
  tx: Transaction,
  release: ReleaseRow,
  by: Agent,
  at: Date,
  more: { readonly problems?: string } = {},
): Promise<void> {
  const { tenantId, id } = release;
  await endProblemsOf(tx, release, at);
  await armTimers(tx, [{ tenantId, subjectId: id, kind: 'release.ship', fireAt: at }]);
  const params = { release: id, version: release.version, ...more };
  await logAgentAct(tx, tenantId, { kind: 'release_published', by, at, params });
}
