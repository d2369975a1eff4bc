import { and, eq, inArray, sql } from 'drizzle-orm';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Transaction } from '#server/db/connect.ts';
import { knownProblems } from '#server/features/known-problems/known-problems.table.ts';

/** A version, as problems know it. */
interface FixingVersion {
  readonly tenantId: string;
  readonly product: string;
  readonly version: string;
}

const nextVersion = sql`${knownProblems.version} + 1`;

/** A version is to end these problems of its product. Fails with `known_problem.not_found`. */
export async function fixProblemsIn(
  tx: Transaction,
  { tenantId, product, version }: FixingVersion,
  ids: readonly string[],
  at: Date,
): Promise<Result<void, Problem>> {
  const wanted = new Set(ids);
  if (wanted.size === 0) return succeed(undefined);
  const found = await tx
    .update(knownProblems)
    .set({ fixedIn: version, updatedAt: at, version: nextVersion })
    .where(
      and(
        eq(knownProblems.tenantId, tenantId),
        eq(knownProblems.product, product),
        inArray(knownProblems.id, [...wanted]),
      ),
    )
    .returning({ id: knownProblems.id });
  return found.length === wanted.size
    ? succeed(undefined)
    : fail({ code: 'known_problem.not_found', fields: ['problems'] });
}

/** A version is said to end these problems no more: those of its product that it ended are open again. */
export async function unfixProblemsIn(
  tx: Transaction,
  { tenantId, product, version }: FixingVersion,
  ids: readonly string[],
  at: Date,
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(knownProblems)
    .set({
      fixedIn: null,
      state: sql`case ${knownProblems.state} when 'fixed' then 'open' else ${knownProblems.state} end`,
      updatedAt: at,
      version: nextVersion,
    })
    .where(
      and(
        eq(knownProblems.tenantId, tenantId),
        eq(knownProblems.product, product),
        eq(knownProblems.fixedIn, version),
        inArray(knownProblems.id, [...ids]),
      ),
    );
}

/** The version that ends them is out. */
export async function endProblemsOf(
  tx: Transaction,
  { tenantId, product, version }: FixingVersion,
  at: Date,
): Promise<void> {
  await tx
    .update(knownProblems)
    .set({ state: 'fixed', updatedAt: at, version: nextVersion })
    .where(
      and(
        eq(knownProblems.tenantId, tenantId),
        eq(knownProblems.product, product),
        eq(knownProblems.fixedIn, version),
        eq(knownProblems.state, 'open'),
      ),
    );
}
