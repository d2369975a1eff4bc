import { and, eq } from 'drizzle-orm';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { ReleaseAct } from '#shared/wire/releases.ts';
import type { Transaction } from '#server/db/connect.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import { agentActor, type Agent } from '#server/features/agents/agent.ts';
import { appendEvents } from '#server/features/event-log/append-events.ts';
import { endProblemsOf } from '#server/features/known-problems/fix-problems.ts';
import { lockRelease } from '#server/features/releases/releases.repository.ts';
import { releases, type ReleaseRow } from '#server/features/releases/releases.table.ts';
import { armTimers } from '#server/jobs/arm-timers.ts';
import { vendorDate } from '#server/policy/packs.ts';

/**
 * A version comes out today and whoever waits is told, or its day moves. Publishing again is harmless.
 *
 * Fails with `release.not_found`, `instant.past`, or `release.out` where a version that is out is to be
 * planned.
 */
export async function changeRelease(
  deps: Deps,
  { tenantId, id }: { readonly tenantId: string; readonly id: string },
  asked: ReleaseAct,
  by: Agent,
): Promise<Result<void, Problem>> {
  const policy = deps.policies.inForce(tenantId, deps.now());
  if (!policy) return fail({ code: 'vendor.not_allowed' });
  const today = vendorDate(policy, deps.now());
  if (asked.act === 'plan' && asked.on < today) return fail({ code: 'instant.past' });
  return transact<void>(deps.db, async (tx) => {
    const release = await lockRelease(tx, tenantId, id);
    if (!release) return fail({ code: 'release.not_found' });
    if (release.releasedOn !== null)
      return asked.act === 'publish' ? succeed(undefined) : fail({ code: 'release.out' });
    await tx
      .update(releases)
      .set(asked.act === 'publish' ? { releasedOn: today } : { plannedOn: asked.on })
      .where(and(eq(releases.tenantId, tenantId), eq(releases.id, id)));
    if (asked.act === 'publish') await announceRelease(tx, release, by, new Date(deps.now()));
    return succeed(undefined);
  });
}

/** A version is out: what it ends has ended, and whoever waits is told next. The last of a transaction. */
export async function announceRelease(
  tx: Transaction,
  release: ReleaseRow,
  by: Agent,
  at: Date,
): Promise<void> {
  const { tenantId, id } = release;
  await endProblemsOf(tx, release, at);
  await armTimers(tx, [{ tenantId, subjectId: id, kind: 'release.ship', fireAt: at }]);
  await appendEvents(tx, tenantId, [
    {
      ticketId: null,
      kind: 'release_published',
      at,
      actor: agentActor(by),
      params: { release: id, version: release.version },
    },
  ]);
}
