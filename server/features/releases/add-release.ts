import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { ReleaseDraft } from '#shared/wire/releases.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import type { Agent } from '#server/features/agents/agent.ts';
import { logAgentAct } from '#server/features/agents/log-agent-act.ts';
import { fixProblemsIn } from '#server/features/known-problems/fix-problems.ts';
import { lockRegistry } from '#server/features/releases/lock-registry.ts';
import { announceRelease } from '#server/features/releases/publish-release.ts';
import { releases } from '#server/features/releases/releases.table.ts';
import { secretInTexts } from '#server/features/releases/typed-texts.ts';
import { takeMakingKey } from '#server/features/tickets/idempotency-keys.repository.ts';
import { vendorDate } from '#server/policy/packs.ts';

/**
 * Enters a version into the registry and answers with its id; the same key again answers with the same
 * one. One that is out already is told to whoever waits for it.
 *
 * Fails with `instant.past`, `release.exists`, `release.day_to_come`, `known_problem.not_found`, `field.secret_in_text`
 * or `idempotency_key.reused`.
 */
export async function addRelease(
  deps: Deps,
  tenantId: string,
  by: Agent,
  draft: ReleaseDraft,
  idempotencyKey: string,
): Promise<Result<string, Problem>> {
  const { product, version, problems, texts, plannedOn = null, releasedOn = null } = draft;
  const told = secretInTexts(deps, tenantId, texts);
  if (told) return fail(told);
  const policy = deps.policies.inForce(tenantId, deps.now());
  if (policy && releasedOn !== null && releasedOn > vendorDate(policy, deps.now()))
    return fail({ code: 'release.day_to_come', fields: ['releasedOn'] });
  return transact<string>(deps.db, async (tx) => {
    const at = new Date(deps.now());
    const id = deps.ids.next('rel');
    const taken = await takeMakingKey(tx, id, {
      tenantId,
      sender: by.id,
      idempotencyKey,
      content: ['release', draft],
      at,
    });
    if (!taken.ok || taken.value !== id) return taken;
    const isPast = policy && plannedOn !== null && plannedOn < vendorDate(policy, deps.now());
    if (isPast && releasedOn === null) return fail({ code: 'instant.past', fields: ['plannedOn'] });
    await lockRegistry(tx, tenantId);
    const row = { tenantId, id, product, version, plannedOn, releasedOn, texts };
    const made = await tx
      .insert(releases)
      .values({ ...row, createdBy: by.id, createdAt: at })
      .onConflictDoNothing()
      .returning();
    const [release] = made;
    if (!release) return fail({ code: 'release.exists', fields: ['version'] });
    const fixed = await fixProblemsIn(tx, release, problems, at);
    if (!fixed.ok) return fixed;
    const ends = { problems: problems.join(',') };
    if (releasedOn !== null) await announceRelease(tx, release, by, at, ends);
    else {
      const params = { release: id, version, day: plannedOn, ...ends };
      await logAgentAct(tx, tenantId, { kind: 'release_added', by, at, params });
    }
    return succeed(id);
  });
}
