import { and, eq } from 'drizzle-orm';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { KnownProblemAct, KnownProblemDraft } from '#shared/wire/known-problems.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Transaction } from '#server/db/connect.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import type { Agent } from '#server/features/agents/agent.ts';
import { findArticle } from '#server/features/articles/articles.repository.ts';
import { knownProblems } from '#server/features/known-problems/known-problems.table.ts';
import { releasedVersions } from '#server/features/releases/releases.repository.ts';
import { secretInTexts } from '#server/features/releases/typed-texts.ts';
import { takeMakingKey } from '#server/features/tickets/idempotency-keys.repository.ts';

/**
 * Stores a known problem and answers with its id; the same key again answers with the same one.
 *
 * Fails with `article.not_found`, `field.secret_in_text` or `idempotency_key.reused`.
 */
export async function addKnownProblem(
  deps: Deps,
  tenantId: string,
  by: Agent,
  draft: KnownProblemDraft,
  idempotencyKey: string,
): Promise<Result<string, Problem>> {
  const told = secretInTexts(deps, tenantId, draft.texts);
  if (told) return fail(told);
  return transact<string>(deps.db, async (tx) => {
    const at = new Date(deps.now());
    const id = deps.ids.next('kpr');
    const taken = await takeMakingKey(tx, id, {
      tenantId,
      sender: by.id,
      idempotencyKey,
      content: ['known_problem', draft],
      at,
    });
    if (!taken.ok || taken.value !== id) return taken;
    if (await lacksArticle(tx, tenantId, draft)) return fail(noArticle);
    const state = await stateOf(tx, tenantId, draft);
    await tx
      .insert(knownProblems)
      .values({ tenantId, id, ...draft, state, createdBy: by.id, createdAt: at, updatedAt: at });
    return succeed(id);
  });
}

/** Which known problem. */
export interface KnownProblemPlace {
  readonly tenantId: string;
  readonly id: string;
}

/**
 * Says anew what a known problem is. Fails with `known_problem.not_found`, `article.not_found` or
 * `field.secret_in_text`.
 */
export async function editKnownProblem(
  deps: Deps,
  { tenantId, id }: KnownProblemPlace,
  draft: KnownProblemDraft,
): Promise<Result<void, Problem>> {
  const told = secretInTexts(deps, tenantId, draft.texts);
  if (told) return fail(told);
  return transact<void>(deps.db, async (tx) => {
    if (await lacksArticle(tx, tenantId, draft)) return fail(noArticle);
    const state = await stateOf(tx, tenantId, draft);
    return change(tx, { tenantId, id }, { ...draft, state, updatedAt: new Date(deps.now()) });
  });
}

/** A known problem turns out to be none, or to be one after all. Fails with `known_problem.not_found`. */
export async function changeKnownProblem(
  deps: Deps,
  place: KnownProblemPlace,
  act: KnownProblemAct,
): Promise<Result<void, Problem>> {
  return transact<void>(deps.db, async (tx) => {
    const [row] = await tx.select().from(knownProblems).where(at(place)).for('update');
    if (!row) return fail({ code: 'known_problem.not_found' });
    const state = act === 'withdraw' ? 'withdrawn' : await stateOf(tx, place.tenantId, row);
    return change(tx, place, { state, updatedAt: new Date(deps.now()) });
  });
}

const noArticle: Problem = { code: 'article.not_found', fields: ['articleId'] };

const at = ({ tenantId, id }: KnownProblemPlace) =>
  and(eq(knownProblems.tenantId, tenantId), eq(knownProblems.id, id));

async function change(
  tx: Transaction,
  place: KnownProblemPlace,
  values: Partial<typeof knownProblems.$inferInsert>,
): Promise<Result<void, Problem>> {
  const rows = await tx
    .update(knownProblems)
    .set(values)
    .where(at(place))
    .returning({ id: knownProblems.id });
  return rows.length > 0 ? succeed(undefined) : fail({ code: 'known_problem.not_found' });
}

const lacksArticle = async (
  tx: Transaction,
  tenantId: string,
  { articleId: id }: Pick<KnownProblemDraft, 'articleId'>,
): Promise<boolean> => id !== null && !(await findArticle(tx, tenantId, { id }));

/** Fixed once the version without it is out. */
async function stateOf(
  tx: Transaction,
  tenantId: string,
  { product, fixedIn }: Pick<KnownProblemDraft, 'product' | 'fixedIn'>,
): Promise<'open' | 'fixed'> {
  if (fixedIn === null) return 'open';
  const out = await releasedVersions(tx, tenantId);
  return out.some((row) => row.product === product && row.version === fixedIn) ? 'fixed' : 'open';
}
