import { and, eq } from 'drizzle-orm';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { ReleaseFixes } from '#shared/wire/releases.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import type { Agent } from '#server/features/agents/agent.ts';
import { logAgentAct } from '#server/features/agents/log-agent-act.ts';
import {
  endProblemsOf,
  fixProblemsIn,
  unfixProblemsIn,
} from '#server/features/known-problems/fix-problems.ts';
import { problemsFixedIn } from '#server/features/known-problems/known-problems.repository.ts';
import { lockRegistry } from '#server/features/releases/lock-registry.ts';
import { lockRelease } from '#server/features/releases/releases.repository.ts';
import { releases } from '#server/features/releases/releases.table.ts';
import { secretInTexts } from '#server/features/releases/typed-texts.ts';
import { armTimers } from '#server/jobs/arm-timers.ts';

/**
 * Says anew what a version mends, also once it is out: then whoever waits for what was added is told next,
 * and nobody who was told hears of it again.
 *
 * Fails with `release.not_found`, `release.changed`, `known_problem.not_found` or `field.secret_in_text`.
 *
 * @param seen the revision that the writer saw; undefined: whatever is there is changed
 */
export async function changeFixes(
  deps: Deps,
  { tenantId, id }: { readonly tenantId: string; readonly id: string },
  by: Agent,
  { problems, texts }: ReleaseFixes,
  seen: number | undefined,
): Promise<Result<void, Problem>> {
  const told = secretInTexts(deps, tenantId, texts);
  if (told) return fail(told);
  return transact<void>(deps.db, async (tx) => {
    await lockRegistry(tx, tenantId);
    const release = await lockRelease(tx, tenantId, id);
    if (!release) return fail({ code: 'release.not_found' });
    if (seen !== undefined && seen !== release.revision) return fail({ code: 'release.changed' });
    const at = new Date(deps.now());
    const ended = (await problemsFixedIn(tx, tenantId, [release]))
      .filter(({ product }) => product === release.product)
      .map((problem) => problem.id);
    const added = problems.filter((one) => !ended.includes(one));
    const fixed = await fixProblemsIn(tx, release, added, at);
    if (!fixed.ok) return fixed;
    const dropped = ended.filter((one) => !problems.includes(one));
    await unfixProblemsIn(tx, release, dropped, at);
    const tells = release.releasedOn !== null && added.length > 0;
    const revision = release.revision + 1;
    await tx
      .update(releases)
      .set({ texts, revision, ...(tells ? { toldAt: null } : {}) })
      .where(and(eq(releases.tenantId, tenantId), eq(releases.id, id)));
    if (tells) {
      await endProblemsOf(tx, release, at);
      await armTimers(tx, [{ tenantId, subjectId: id, kind: 'release.ship', fireAt: at }]);
    }
    const params = { release: id, revision, problems: problems.join(',') };
    await logAgentAct(tx, tenantId, { kind: 'release_changed', by, at, params });
    return succeed(undefined);
  });
}
