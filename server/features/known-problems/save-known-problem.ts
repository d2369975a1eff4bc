import { and, eq } from 'drizzle-orm';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { TicketEventKind } from '#shared/ticket-events.ts';
import type { KnownProblemAct, KnownProblemDraft } from '#shared/wire/known-problems.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Transaction } from '#server/db/connect.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import type { Agent } from '#server/features/agents/agent.ts';
import { logAgentAct } from '#server/features/agents/log-agent-act.ts';
import { findArticle } from '#server/features/articles/articles.repository.ts';
import {
  knownProblems,
  type KnownProblemRow,
} from '#server/features/known-problems/known-problems.table.ts';
import { refusedRange } from '#server/features/releases/affected-range.ts';
import { lockRegistry } from '#server/features/releases/lock-registry.ts';
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
    await lockRegistry(tx, tenantId);
    const state = await stateOf(tx, tenantId, draft);
    await tx
      .insert(knownProblems)
      .values({ tenantId, id, ...draft, state, createdBy: by.id, createdAt: at, updatedAt: at });
    const params = { problem: id, state };
    await logAgentAct(tx, tenantId, { kind: 'known_problem_added', by, at, params });
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
  by: Agent,
  draft: KnownProblemDraft,
  seen: number | undefined,
): Promise<Result<void, Problem>> {
  const { tenantId } = place;
  const told = refusedRange(draft) ?? secretInTexts(deps, tenantId, draft.texts);
  if (told) return fail(told);
  return changeLocked(deps, place, by, async (tx, { version, ...row }) => {
    if (seen !== undefined && seen !== version) return fail({ code: 'known_problem.changed' });
    if (await lacksArticle(tx, tenantId, draft)) return fail(noArticle);
    const state = row.state === 'withdrawn' ? row.state : await stateOf(tx, tenantId, draft);
    return succeed({ kind: 'known_problem_changed', set: { ...draft, state } });
  });
}

/**
 * A known problem turns out to be none, or to be one after all; again changes nothing. Fails with
 * `known_problem.not_found` or `known_problem.changed`.
 *
 * @param seen the version that the agent saw; undefined: whatever is there
 */
export async function changeKnownProblem(
  deps: Deps,
  place: KnownProblemPlace,
  by: Agent,
  act: KnownProblemAct,
  seen: number | undefined,
): Promise<Result<void, Problem>> {
  return changeLocked(deps, place, by, async (tx, row) => {
    const isWithdrawn = row.state === 'withdrawn';
    if (isWithdrawn === (act === 'withdraw')) return succeed(undefined);
    if (seen !== undefined && seen !== row.version) return fail({ code: 'known_problem.changed' });
    if (act === 'withdraw')
      return succeed({ kind: 'known_problem_withdrawn', set: { state: 'withdrawn' } });
    const state = await stateOf(tx, place.tenantId, row);
    return succeed({ kind: 'known_problem_restored', set: { state } });
  });
}

const noArticle: Problem = { code: 'article.not_found', fields: ['articleId'] };

const at = ({ tenantId, id }: KnownProblemPlace) =>
  and(eq(knownProblems.tenantId, tenantId), eq(knownProblems.id, id));

/** What becomes of a known problem, and the event that says so. */
interface Change {
  readonly kind: TicketEventKind;
  readonly set: Partial<KnownProblemDraft> & Pick<KnownProblemRow, 'state'>;
}

/** Changes a known problem under its lock, unless there is nothing to change. Fails with `known_problem.not_found`. */
async function changeLocked(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  place: KnownProblemPlace,
  by: Agent,
  decide: (tx: Transaction, row: KnownProblemRow) => Promise<Result<Change | undefined, Problem>>,
): Promise<Result<void, Problem>> {
  return transact<void>(db, async (tx) => {
    await lockRegistry(tx, place.tenantId);
    const [row] = await tx.select().from(knownProblems).where(at(place)).for('update');
    if (!row) return fail({ code: 'known_problem.not_found' });
    const change = await decide(tx, row);
    if (!change.ok) return change;
    if (!change.value) return succeed(undefined);
    const { kind, set } = change.value;
    const version = row.version + 1;
    const updatedAt = new Date(now());
    await tx
      .update(knownProblems)
      .set({ ...set, version, updatedAt })
      .where(at(place));
    const params = { problem: row.id, version, state: set.state };
    await logAgentAct(tx, place.tenantId, { kind, by, at: updatedAt, params });
    return succeed(undefined);
  });
}

const lacksArticle = async (
  tx: Transaction,
  tenantId: string,
  { articleId: id }: Pick<KnownProblemDraft, 'articleId'>,
): Promise<boolean> => id !== null && !(await findArticle(tx, tenantId, { id }));

/** Fixed once the version without it is out. The registry is locked, or one that comes out meanwhile ends nothing. */
async function stateOf(
  tx: Transaction,
  tenantId: string,
  { product, fixedIn }: Pick<KnownProblemDraft, 'product' | 'fixedIn'>,
): Promise<'open' | 'fixed'> {
  if (fixedIn === null) return 'open';
  const out = await releasedVersions(tx, tenantId);
  return out.some((row) => row.product === product && row.version === fixedIn) ? 'fixed' : 'open';
}
