import { and, count, desc, eq, inArray, lt, sql, type SQL } from 'drizzle-orm';
import type { Database } from '#server/db/connect.ts';
import {
  knownProblems,
  problemTickets,
  type KnownProblemRow,
} from '#server/features/known-problems/known-problems.table.ts';
import { tickets } from '#server/features/tickets/tickets.table.ts';

/** A page of known problems by when they were written, the newest first. @param after an id */
export async function pageOfProblems(
  db: Database,
  tenantId: string,
  {
    state,
    after,
    limit,
  }: {
    readonly state: KnownProblemRow['state'] | undefined;
    readonly after: string | undefined;
    readonly limit: number;
  },
): Promise<KnownProblemRow[]> {
  return db
    .select()
    .from(knownProblems)
    .where(
      and(
        eq(knownProblems.tenantId, tenantId),
        state === undefined ? undefined : eq(knownProblems.state, state),
        after === undefined ? undefined : lt(knownProblems.id, after),
      ),
    )
    .orderBy(desc(knownProblems.id))
    .limit(limit);
}

/** Undefined when this tenant has no such problem. */
export async function findKnownProblem(
  db: Database,
  tenantId: string,
  id: string,
): Promise<KnownProblemRow | undefined> {
  const [row] = await db
    .select()
    .from(knownProblems)
    .where(and(eq(knownProblems.tenantId, tenantId), eq(knownProblems.id, id)));
  return row;
}

/** Problems that versions end, without those that turned out to be none. */
export async function problemsFixedIn(
  db: Database,
  tenantId: string,
  versions: readonly { readonly version: string }[],
): Promise<KnownProblemRow[]> {
  if (versions.length === 0) return [];
  return db
    .select()
    .from(knownProblems)
    .where(
      and(
        eq(knownProblems.tenantId, tenantId),
        inArray(knownProblems.state, ['open', 'fixed']),
        inArray(
          knownProblems.fixedIn,
          versions.map(({ version }) => version),
        ),
      ),
    )
    .orderBy(knownProblems.id);
}

/** How many tickets each problem has, by its id; without any it is absent. */
export async function countProblemTickets(
  db: Database,
  tenantId: string,
  problemIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (problemIds.length === 0) return new Map();
  const rows = await db
    .select({ id: problemTickets.problemId, amount: count() })
    .from(problemTickets)
    .where(
      and(
        eq(problemTickets.tenantId, tenantId),
        inArray(problemTickets.problemId, [...problemIds]),
      ),
    )
    .groupBy(problemTickets.problemId);
  return new Map(rows.map(({ id, amount }) => [id, amount]));
}

/** A condition on tickets: they were found to be about a known problem. */
export const aboutProblem = (tenantId: string, problemId: string): SQL =>
  sql`${tickets.id} in (select ${problemTickets.ticketId} from ${problemTickets}
    where ${problemTickets.tenantId} = ${tenantId} and ${problemTickets.problemId} = ${problemId})`;

/** Known problems of one ticket, the first that was linked first. */
export async function problemsOfTicket(
  db: Database,
  tenantId: string,
  ticketId: string,
): Promise<KnownProblemRow[]> {
  const rows = await db
    .select({ problem: knownProblems })
    .from(problemTickets)
    .innerJoin(
      knownProblems,
      and(
        eq(knownProblems.tenantId, problemTickets.tenantId),
        eq(knownProblems.id, problemTickets.problemId),
      ),
    )
    .where(and(eq(problemTickets.tenantId, tenantId), eq(problemTickets.ticketId, ticketId)))
    .orderBy(problemTickets.linkedAt, problemTickets.problemId);
  return rows.map(({ problem }) => problem);
}
