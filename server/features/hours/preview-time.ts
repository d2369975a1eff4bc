import { fail, succeed, type Result } from '#shared/result.ts';
import type { TimePreview } from '#shared/wire/hours.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Deps } from '#server/deps.ts';
import { budgetQuestion } from '#server/features/hours/budget-question.ts';
import { presentBudget } from '#server/features/hours/present-hours.ts';
import { ticketCustomer } from '#server/features/hours/ticket-customer.ts';
import { findTicket } from '#server/features/tickets/tickets.repository.ts';
import { debitHours } from '#server/policy/life/debit-hours.ts';

/** Work that somebody is about to write down. */
export interface PlannedWork {
  readonly tenantId: string;
  readonly ticketId: string;
  readonly minutes: number;
  readonly ownError: boolean;
}

/**
 * What work done now would use up, rounded as the regulation rounds. Locks nothing and writes
 * nothing: what is written later is counted anew.
 *
 * Fails with `ticket.not_found`.
 */
export async function previewTime(
  { db, policies, now }: Pick<Deps, 'db' | 'policies' | 'now'>,
  { tenantId, ticketId, minutes, ownError }: PlannedWork,
): Promise<Result<TimePreview, Problem>> {
  const at = now();
  const ticket = await findTicket(db, tenantId, ticketId);
  const policy = ticket && policies.inForce(tenantId, at);
  if (!policy) return fail({ code: 'ticket.not_found' });
  const { organisationId, held } = await ticketCustomer(db, policy, ticket, at);
  const nothing = { countedMinutes: 0, budget: null, choices: [] };
  if (organisationId === null || !held) return succeed(nothing);

  const question = await budgetQuestion(db, tenantId, organisationId, held, at);
  const debit = debitHours(policy, question, { minutes, ownError });
  if (debit.outcome === 'free') return succeed(nothing);
  return succeed({
    countedMinutes: debit.minutes,
    budget: presentBudget(debit.budget),
    choices: debit.outcome === 'choose' ? [...debit.choices] : [],
  });
}
