import { and, eq, isNull } from 'drizzle-orm';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { AdvisoryDraft } from '#shared/wire/advisories.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import { advisories } from '#server/features/advisories/advisories.table.ts';
import { seenAdvisories } from '#server/features/advisories/seen-advisories.ts';
import type { Agent } from '#server/features/agents/agent.ts';
import { logAgentAct } from '#server/features/agents/log-agent-act.ts';
import { refusedRange } from '#server/features/releases/affected-range.ts';
import { secretInTexts } from '#server/features/releases/typed-texts.ts';
import { takeMakingKey } from '#server/features/tickets/idempotency-keys.repository.ts';

/**
 * Writes an advisory that few may read, and answers with its id; the same key again answers with the
 * same one. Fails with `request.invalid`, `field.secret_in_text` or `idempotency_key.reused`.
 */
export async function addAdvisory(
  deps: Deps,
  tenantId: string,
  by: Agent,
  draft: AdvisoryDraft,
  idempotencyKey: string,
): Promise<Result<string, Problem>> {
  const told = refusedRange(draft) ?? secretInTexts(deps, tenantId, draft.texts);
  if (told) return fail(told);
  return transact<string>(deps.db, async (tx) => {
    const at = new Date(deps.now());
    const id = deps.ids.next('adv');
    const taken = await takeMakingKey(tx, id, {
      tenantId,
      sender: by.id,
      idempotencyKey,
      content: ['advisory', draft],
      at,
    });
    if (!taken.ok || taken.value !== id) return taken;
    await tx.insert(advisories).values({ tenantId, id, ...draft, createdBy: by.id, createdAt: at });
    const params = { advisory: id, severity: draft.severity };
    await logAgentAct(tx, tenantId, { kind: 'advisory_added', by, at, params });
    return succeed(id);
  });
}

/**
 * Says anew what an advisory is, while few read it. Fails with `advisory.not_found`, also where it is
 * published or the agent may not see it, with `advisory.changed`, `request.invalid` or `field.secret_in_text`.
 *
 * @param seen the version that the writer saw; undefined: whatever is there is changed
 */
export async function editAdvisory(
  deps: Deps,
  { tenantId, id }: { readonly tenantId: string; readonly id: string },
  by: Agent,
  draft: AdvisoryDraft,
  seen: number | undefined,
): Promise<Result<void, Problem>> {
  const told = refusedRange(draft) ?? secretInTexts(deps, tenantId, draft.texts);
  if (told) return fail(told);
  return transact<void>(deps.db, async (tx) => {
    const draftOf = and(
      seenAdvisories(tenantId, by.id),
      eq(advisories.id, id),
      isNull(advisories.publishedAt),
    );
    const [row] = await tx.select().from(advisories).where(draftOf).for('update');
    if (!row) return fail({ code: 'advisory.not_found' });
    if (seen !== undefined && seen !== row.version) return fail({ code: 'advisory.changed' });
    const version = row.version + 1;
    await tx
      .update(advisories)
      .set({ ...draft, version })
      .where(and(eq(advisories.tenantId, tenantId), eq(advisories.id, id)));
    const at = new Date(deps.now());
    const params = { advisory: id, version, severity: draft.severity };
    await logAgentAct(tx, tenantId, { kind: 'advisory_changed', by, at, params });
    return succeed(undefined);
  });
}
