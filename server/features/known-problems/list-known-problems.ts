import { fail, succeed, type Result } from '#shared/result.ts';
import type { KnownProblemList, KnownProblemView } from '#shared/wire/known-problems.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Database } from '#server/db/connect.ts';
import {
  countProblemTickets,
  findKnownProblem,
  pageOfProblems,
  problemsOfTicket,
} from '#server/features/known-problems/known-problems.repository.ts';
import type { KnownProblemRow } from '#server/features/known-problems/known-problems.table.ts';
import { pageOf } from '#server/http/page.ts';

/** A page of a desk's known problems, the newest first. */
export async function listKnownProblems(
  db: Database,
  tenantId: string,
  asked: {
    readonly state: KnownProblemRow['state'] | undefined;
    readonly after: string | undefined;
    readonly limit: number;
  },
): Promise<KnownProblemList> {
  const found = await pageOfProblems(db, tenantId, { ...asked, limit: asked.limit + 1 });
  const { rows, next } = pageOf(found, asked.limit, ({ id }) => id);
  return { problems: await problemViews(db, tenantId, rows), next };
}

/** One known problem. Fails with `known_problem.not_found`. */
export async function readKnownProblem(
  db: Database,
  tenantId: string,
  id: string,
): Promise<Result<KnownProblemView, Problem>> {
  const row = await findKnownProblem(db, tenantId, id);
  const [view] = row ? await problemViews(db, tenantId, [row]) : [];
  return view ? succeed(view) : fail({ code: 'known_problem.not_found' });
}

/** What a ticket was found to be about, the first that was linked first. */
export async function knownProblemsOf(
  db: Database,
  tenantId: string,
  ticketId: string,
): Promise<KnownProblemView[]> {
  return problemViews(db, tenantId, await problemsOfTicket(db, tenantId, ticketId));
}

async function problemViews(
  db: Database,
  tenantId: string,
  rows: readonly KnownProblemRow[],
): Promise<KnownProblemView[]> {
  const counted = await countProblemTickets(
    db,
    tenantId,
    rows.map(({ id }) => id),
  );
  return rows.map(
    ({ id, product, affectedFrom, fixedIn, texts, articleId, state, updatedAt, version }) => ({
      id,
      version,
      product,
      affectedFrom,
      fixedIn,
      texts,
      articleId,
      state,
      tickets: counted.get(id) ?? 0,
      updatedAt: updatedAt.toISOString(),
    }),
  );
}
