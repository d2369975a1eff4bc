import { fail, succeed, type Result } from '#shared/result.ts';
import type { TicketTime } from '#shared/wire/hours.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Deps } from '#server/deps.ts';
import { agentNames } from '#server/features/agents/agents.repository.ts';
import { presentBudget, presentTime } from '#server/features/hours/present-hours.ts';
import { readBudget } from '#server/features/hours/read-budget.ts';
import { ticketCustomer } from '#server/features/hours/ticket-customer.ts';
import { listTimeOfTicket } from '#server/features/hours/time-entries.repository.ts';
import { workChoices } from '#server/features/hours/work-choices.ts';
import { findTicket } from '#server/features/tickets/tickets.repository.ts';

/** Time on a ticket, and this month of its customer. Fails with `ticket.not_found`. */
export async function readTicketTime(
  deps: Deps,
  tenantId: string,
  ticketId: string,
): Promise<Result<TicketTime, Problem>> {
  const now = deps.now();
  const ticket = await findTicket(deps.db, tenantId, ticketId);
  const policy = ticket && deps.policies.inForce(tenantId, now);
  const decidedBy = ticket && deps.policies.edition(tenantId, ticket.edition);
  if (!policy || !decidedBy) return fail({ code: 'ticket.not_found' });
  const { organisationId, requester } = await ticketCustomer(deps.db, policy, ticket, now);
  const { budget } = organisationId
    ? await readBudget(deps.db, policy, organisationId, now)
    : { budget: null };
  const names = await agentNames(deps.db, tenantId);
  const entries = await listTimeOfTicket(deps.db, tenantId, ticketId);
  return succeed({
    entries: entries.map((row) => presentTime(row, names)),
    budget: presentBudget(budget),
    work: workChoices({ decidedBy, counting: policy }, ticket.category, requester),
  });
}
