import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { ServiceStatement, SignedStatement } from '#shared/wire/statement.ts';
import type { Deps } from '#server/deps.ts';
import { digestInHex, sha256 } from '#server/digest.ts';
import { presentBudget } from '#server/features/hours/present-hours.ts';
import { readBudget } from '#server/features/hours/read-budget.ts';
import { findOrganisation } from '#server/features/organisations/read-organisation.ts';
import { readLogPart } from '#server/features/statements/log-part.ts';
import { ticketsOfOrganisation } from '#server/features/statements/own-tickets.ts';
import { shownNumber } from '#server/features/tickets/present-receipt.ts';
import { hoursMonth, lastInstantOf } from '#server/policy/life/hours-month.ts';
import { attainmentOf } from '#server/policy/statement/attainment.ts';
import { livesOf } from '#server/policy/statement/logged-life.ts';
import { promiseClause } from '#server/policy/statement/promise-clause.ts';
import { ticketLines } from '#server/policy/statement/ticket-lines.ts';

/**
 * What a vendor states of an organisation's month, counted from the log alone and signed by the vendor.
 * A month that still runs is stated up to now.
 *
 * Fails with `organisation.not_found` or `vendor.not_allowed`.
 *
 * @param month `YYYY-MM`, a month of the calendar in the vendor's zone
 */
export async function makeStatement(
  deps: Pick<Deps, 'db' | 'policies' | 'now' | 'signAsVendor'>,
  tenantId: string,
  organisationId: string,
  month: string,
): Promise<Result<SignedStatement, Problem>> {
  const { db, policies, now } = deps;
  const policy = policies.inForce(tenantId, now());
  if (!policy) return fail({ code: 'vendor.not_allowed' });
  const organisation = await findOrganisation(db, tenantId, organisationId);
  if (!organisation) return fail({ code: 'organisation.not_found' });
  const period = hoursMonth(policy, lastInstantOf(policy, month), 1);
  const until = new Date(period.until);
  const rows = await ticketsOfOrganisation(db, tenantId, organisationId, {
    from: new Date(period.from),
    until,
  });
  const log = await readLogPart(
    db,
    tenantId,
    rows.map(({ id }) => id),
    until,
  );
  const lives = livesOf(log);
  const tickets = rows.flatMap(({ id, number, edition, clause }) => {
    const pack = (policies.edition(tenantId, edition) ?? policy).pack;
    const lines = ticketLines(lives.get(id) ?? [], period, (clock) =>
      promiseClause(pack, clock, clause),
    );
    return lines ? [{ id, number: shownNumber(pack, number), edition, ...lines }] : [];
  });
  const { budget } = await readBudget(
    db,
    policies.inForce(tenantId, period.until - 1) ?? policy,
    organisationId,
    period.until - 1,
  );
  const statement: ServiceStatement = {
    format: 'reglament-statement-1',
    vendor: tenantId,
    organisation: { id: organisation.id, name: organisation.name },
    month,
    from: new Date(period.from).toISOString(),
    until: until.toISOString(),
    madeAt: new Date(now()).toISOString(),
    attainment: attainmentOf(tickets.flatMap(({ promises }) => promises)),
    hours: hoursOf(presentBudget(budget)),
    tickets,
    log,
  };
  return succeed({
    statement,
    signed: await deps.signAsVendor(tenantId, 'statement', statementDigest(statement)),
  });
}

/** What is signed of a statement: the SHA-256 of its JSON without white space, hexadecimal. */
export const statementDigest = (statement: ServiceStatement): string =>
  digestInHex(sha256(JSON.stringify(statement)));

function hoursOf(budget: ReturnType<typeof presentBudget>): ServiceStatement['hours'] {
  if (!budget) return null;
  const { clause, budgetMinutes, carriedMinutes, usedMinutes, leftMinutes } = budget;
  return { clause, budgetMinutes, carriedMinutes, usedMinutes, leftMinutes };
}
