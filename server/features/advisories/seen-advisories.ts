import { and, eq, inArray, isNotNull, or, sql, type SQL } from 'drizzle-orm';
import { advisories } from '#server/features/advisories/advisories.table.ts';
import { agents } from '#server/features/agents/agents.table.ts';

/**
 * A condition on advisories that an agent may see: published ones, their own, and for heads and
 * developers all. A desk without heads and developers shows them to everybody, as reports of
 * vulnerabilities are shown.
 */
export function seenAdvisories(tenantId: string, agentId: string): SQL | undefined {
  const reader = readersOf(tenantId);
  return and(
    eq(advisories.tenantId, tenantId),
    or(
      isNotNull(advisories.publishedAt),
      eq(advisories.createdBy, agentId),
      sql`not exists (select from ${agents} where ${reader})`,
      sql`exists (select from ${agents} where ${and(reader, eq(agents.id, agentId))})`,
    ),
  );
}

/** A condition on the agents who may read what is not published. */
export const readersOf = (tenantId: string): SQL | undefined =>
  and(eq(agents.tenantId, tenantId), inArray(agents.role, ['head', 'developer']));
