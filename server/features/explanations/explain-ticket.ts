import { fail, succeed, type Result } from '#shared/result.ts';
import type { Locale } from '#shared/vocabulary.ts';
import type { Explanation } from '#shared/wire/explanation.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { PolicyRegistry } from '#server/features/policies/policy-registry.ts';
import { decisionInForce } from '#server/features/tickets/decision-in-force.ts';
import type { TicketRow } from '#server/features/tickets/tickets.table.ts';
import { explain } from '#server/policy/explain.ts';

/**
 * The stored decision of a ticket, explained by the edition that made it. Fails with
 * `ticket.not_found` where there is no ticket or its edition is gone.
 *
 * @param reader a requester is not told what agents may do
 */
export function explainTicket(
  policies: PolicyRegistry,
  ticket: TicketRow | undefined,
  reader: 'requester' | 'agent',
  locale: Locale,
): Result<Explanation, Problem> {
  const decision = ticket && decisionInForce(ticket);
  const policy = ticket && policies.edition(ticket.tenantId, ticket.edition);
  if (!decision || !policy) return fail({ code: 'ticket.not_found' });
  const told = reader === 'agent' ? decision : { ...decision, rights: [] };
  return succeed(explain(policy, told, locale));
}
