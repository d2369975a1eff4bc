import { fail, succeed, type Result } from '#shared/result.ts';
import type { OverageChoice } from '#shared/vocabulary.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Transaction } from '#server/db/connect.ts';
import { budgetQuestion } from '#server/features/hours/budget-question.ts';
import type { TicketCustomer } from '#server/features/hours/ticket-customer.ts';
import type { TimeWork } from '#server/features/hours/time-work.ts';
import { lockOrganisation } from '#server/features/organisations/organisations.repository.ts';
import { debitHours } from '#server/policy/life/debit-hours.ts';
import type { Policy } from '#server/policy/packs.ts';

/** What a piece of work uses up. */
export interface CountedTime {
  readonly minutes: number;
  /** Epoch milliseconds: in whose month. */
  readonly at: number;
  readonly choice: OverageChoice | null;
  readonly warns: boolean;
}

/**
 * Counts work by the plan's hours, under a lock of the organisation until the transaction ends.
 *
 * @param at when it was worked, epoch milliseconds
 *
 * Fails with `hours.used_up` and the choices that an agent has, where it does not fit.
 */
export async function countTime(
  tx: Transaction,
  policy: Policy,
  { organisationId, held }: TicketCustomer,
  work: TimeWork,
  at: number,
): Promise<Result<CountedTime, Problem>> {
  const free = { minutes: 0, at, choice: null, warns: false };
  if (work.orderId !== undefined) return succeed({ ...free, choice: 'order' });
  if (organisationId === null || !held) return succeed(free);

  await lockOrganisation(tx, work.tenantId, organisationId);
  const question = await budgetQuestion(tx, work.tenantId, organisationId, held, at);
  const debit = debitHours(policy, question, work);
  if (debit.outcome === 'free') return succeed(free);
  if (debit.outcome === 'counted') return succeed(debit);
  const { leftMinutes, budgetMinutes, clause } = debit.budget;
  return fail({
    code: 'hours.used_up',
    clause,
    choices: debit.choices,
    params: { leftMinutes: Math.max(0, leftMinutes), budgetMinutes, minutes: debit.minutes },
  });
}
