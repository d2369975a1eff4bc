import { and, eq } from 'drizzle-orm';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { KnownProblemAct, KnownProblemDraft } from '#shared/wire/known-problems.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Transaction } from '#server/db/connect.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import type { Agent } from '#server/features/agents/agent.ts';
import { findArticle } from '#server/features/articles/articles.repository.ts';
import {
  knownProblems,
  type KnownProblemRow,
} from '#server/features/known-problems/known-problems.table.ts';
import { refusedRange } from '#server/features/releases/affected-range.ts';
import { releasedVersions } from '#server/features/releases/releases.repository.ts';
import { secretInTexts } from '#server/features/releases/typed-texts.ts';
import { takeMakingKey } from '#server/features/tickets/idempotency-keys.repository.ts';

/**
 * Stores a known problem and answers with its id; the same key again answers with the same one.
 *
 * Fails with `request.invalid`, `article.not_found`, `field.secret_in_text` or `idempotency_key.reused`.
 */
export async function addKnownProblem(
  deps: Deps,
  tenantId: string,
  by: Agent,
  draft: KnownProblemDraft,
  idempotencyKey: string,
): Promise<Result<string, Problem>> {
  const told = refusedRange(draft) ?? secretInTexts(deps, tenantId, draft.texts);
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
 * Says anew what a known problem is. Fails with `known_problem.not_found`, `known_problem.changed`,
 * `request.invalid`, `article.not_found` or `field.secret_in_text`.
 *
 * @param seen the version that the writer saw; undefined: whatever is there is changed
 */
export async function editKnownProblem(
  deps: Deps,
  place: KnownProblemPlace,
  draft: KnownProblemDraft,
  seen: number | undefined,
): Promise<Result<void, Problem>> {
  const { tenantId } = place;
  const told = refusedRange(draft) ?? secretInTexts(deps, tenantId, draft.texts);
  if (told) return fail(told);
  return changeLocked(deps, place, async (tx, { version }) => {
    if (seen !== undefined && seen !== version) return fail({ code: 'known_problem.changed' });
    if (await lacksArticle(tx, tenantId, draft)) return fail(noArticle);
    return succeed({ ...draft, state: await stateOf(tx, tenantId, draft) });
  });
}

/** A known problem turns out to be none, or to be one after all. Fails with `known_problem.not_found`. */
export async function changeKnownProblem(
  deps: Deps,
  place: KnownProblemPlace,
  act: KnownProblemAct,
): Promise<Result<void, Problem>> {
  return changeLocked(deps, place, async (tx, row) =>
    succeed({ state: act === 'withdraw' ? 'withdrawn' : await stateOf(tx, place.tenantId, row) }),
  );
}

const noArticle: Problem = { code: 'article.not_found', fields: ['articleId'] };

const at = ({ tenantId, id }: KnownProblemPlace) =>
  and(eq(knownProblems.tenantId, tenantId), eq(knownProblems.id, id));

/** Changes a known problem under its lock. Fails with `known_problem.not_found`. */
async function changeLocked(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  place: KnownProblemPlace,
  decide: (tx: Transaction, row: KnownProblemRow) => Promise<Result<Change, Problem>>,
): Promise<Result<void, Problem>> {
  return transact<void>(db, async (tx) => {
    const [row] = await tx.select().from(knownProblems).where(at(place)).for('update');
    if (!row) return fail({ code: 'known_problem.not_found' });
    const change = await decide(tx, row);
    if (!change.ok) return change;
    const counted = { version: row.version + 1, updatedAt: new Date(now()) };
    await tx
      .update(knownProblems)
      .set({ ...change.value, ...counted })
      .where(at(place));
    return succeed(undefined);
  });
}

type Change = Partial<KnownProblemDraft> & Pick<KnownProblemRow, 'state'>;

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
