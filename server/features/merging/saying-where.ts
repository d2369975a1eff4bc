import type { Problem } from '#shared/wire/problem.ts';
import type { Database } from '#server/db/connect.ts';
import { ticketNumbers } from '#server/features/merging/ticket-numbers.ts';
import type { PolicyRegistry } from '#server/features/policies/policy-registry.ts';

/** A refusal that names the ticket to go on in says its number, as people know it. */
export async function sayingWhere(
  db: Database,
  policies: PolicyRegistry,
  tenantId: string,
  problem: Problem,
): Promise<Problem> {
  const into = problem.code === 'ticket.merged' ? problem.params?.['into'] : undefined;
  if (typeof into !== 'string') return problem;
  const numbers = await ticketNumbers(db, policies, tenantId, [into]);
  return { ...problem, params: { into: numbers.get(into) ?? into } };
}
