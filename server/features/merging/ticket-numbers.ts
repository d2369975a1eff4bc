import { and, eq, inArray } from 'drizzle-orm';
import type { Database } from '#server/db/connect.ts';
import type { PolicyRegistry } from '#server/features/policies/policy-registry.ts';
import { shownNumber } from '#server/features/tickets/present-receipt.ts';
import { tickets } from '#server/features/tickets/tickets.table.ts';

/** Numbers of tickets as people say them, by id; ids that this tenant does not have are absent. */
export async function ticketNumbers(
  db: Database,
  policies: PolicyRegistry,
  tenantId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: tickets.id, number: tickets.number, edition: tickets.edition })
    .from(tickets)
    .where(and(eq(tickets.tenantId, tenantId), inArray(tickets.id, [...new Set(ids)])));
  return new Map(
    rows.flatMap(({ id, number, edition }) => {
      const policy = policies.edition(tenantId, edition);
      return policy ? [[id, shownNumber(policy.pack, number)] as const] : [];
    }),
  );
}
