import { and, eq, exists, ne, or, sql, type SQL } from 'drizzle-orm';
import { mainProduct } from '#shared/wire/releases.ts';
import type { Database } from '#server/db/connect.ts';
import {
  knownProblems,
  problemTickets,
} from '#server/features/known-problems/known-problems.table.ts';
import { messages } from '#server/features/messages/messages.table.ts';
import { releases, type ReleaseRow } from '#server/features/releases/releases.table.ts';
import { tickets } from '#server/features/tickets/tickets.table.ts';

type Version = Pick<ReleaseRow, 'tenantId' | 'product' | 'version'>;

/** The product that the page of a ticket's request named; null where it named none. */
const namedProduct = sql<string | null>`(
  select ${messages.context}->'extra'->>'product' from ${messages}
  where ${messages.tenantId} = ${tickets.tenantId} and ${messages.ticketId} = ${tickets.id}
    and ${messages.kind} = 'request' limit 1)`;

/**
 * A condition on tickets: about the product of a version. A ticket whose page names none that the registry
 * knows is about the vendor's main product, or its only one.
 */
export function isOfProduct({ tenantId, product }: Version): SQL | undefined {
  const registry = sql`select from ${releases} where ${releases.tenantId} = ${tenantId}`;
  const isKnown = sql`exists (${registry} and ${releases.product} = ${namedProduct})`;
  const isOnlyOne = sql`not exists (${registry} and ${ne(releases.product, product)})`;
  const isMain = product === mainProduct ? sql`true` : isOnlyOne;
  return or(eq(namedProduct, product), and(sql`${isKnown} is not true`, isMain));
}

/** A condition on tickets: about a known problem that a version ends. */
export const isAboutEnded = (db: Database, { tenantId, product, version }: Version): SQL =>
  exists(
    db
      .select({ one: sql`1` })
      .from(problemTickets)
      .innerJoin(
        knownProblems,
        and(
          eq(knownProblems.tenantId, problemTickets.tenantId),
          eq(knownProblems.id, problemTickets.problemId),
        ),
      )
      .where(
        and(
          eq(problemTickets.tenantId, tickets.tenantId),
          eq(problemTickets.ticketId, tickets.id),
          eq(knownProblems.tenantId, tenantId),
          eq(knownProblems.product, product),
          eq(knownProblems.fixedIn, version),
          ne(knownProblems.state, 'withdrawn'),
        ),
      ),
  );

/** The product that the page of one ticket's request named; null where it named none. */
export async function findNamedProduct(
  db: Database,
  tenantId: string,
  ticketId: string,
): Promise<string | null> {
  const [request] = await db
    .select({ product: sql<string | null>`context->'extra'->>'product'` })
    .from(messages)
    .where(
      and(
        eq(messages.tenantId, tenantId),
        eq(messages.ticketId, ticketId),
        eq(messages.kind, 'request'),
      ),
    )
    .limit(1);
  return request?.product ?? null;
}
