import { and, eq, inArray, sql, type SQL } from 'drizzle-orm';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { ServiceStatement, SignedStatement } from '#shared/wire/statement.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import { digestInHex, sha256 } from '#server/digest.ts';
import { presentBudget } from '#server/features/hours/present-hours.ts';
import { readBudget } from '#server/features/hours/read-budget.ts';
import { findOrganisation } from '#server/features/organisations/read-organisation.ts';
import { readLogPart } from '#server/features/statements/log-part.ts';
import { ticketsOfOrganisation } from '#server/features/statements/own-tickets.ts';
import { someHidden } from '#server/features/tickets/hidden-tickets.ts';
import { shownNumber } from '#server/features/tickets/present-receipt.ts';
import { tickets as ticketsTable } from '#server/features/tickets/tickets.table.ts';
import { hoursMonth, lastInstantOf } from '#server/policy/life/hours-month.ts';
import { attainmentOf } from '#server/policy/statement/attainment.ts';
import { livesOf } from '#server/policy/statement/logged-life.ts';
import { promiseClause } from '#server/policy/statement/promise-clause.ts';
import { ticketLines } from '#server/policy/statement/ticket-lines.ts';

/**
 * What a vendor states of an organisation's month, signed by the vendor: promises and pauses counted from the
 * log alone, hours from what was written down of the time.
 * A month that still runs is stated up to now. Whoever may not see one of its tickets gets no statement: one
 * without that ticket would not be the organisation's.
 *
 * Fails with `organisation.not_found`, `vendor.not_allowed`, `tickets.hidden`, or with `request.invalid` for a
 * month that has not begun.
 *
 * @param month `YYYY-MM`, a month of the calendar in the vendor's zone
 * @param hidden see `hiddenTickets`; left out for the customer, whose tickets they are
 */
export async function makeStatement(
  deps: Pick<Deps, 'db' | 'policies' | 'now' | 'signAsVendor'>,
  tenantId: string,
  organisationId: string,
  month: string,
  hidden?: SQL,
): Promise<Result<SignedStatement, Problem>> {
  const { db, policies, now } = deps;
  const madeAt = now();
  const policy = policies.inForce(tenantId, madeAt);
  if (!policy) return fail({ code: 'vendor.not_allowed' });
  const organisation = await findOrganisation(db, tenantId, organisationId);
  if (!organisation) return fail({ code: 'organisation.not_found' });
  const period = hoursMonth(policy, lastInstantOf(policy, month), 1);
  if (period.from > madeAt) return fail({ code: 'request.invalid', fields: ['month'] });
  const stated = { from: period.from, until: Math.min(period.until, madeAt) };
  const until = new Date(stated.until);
  const read = await transact(db, async (tx) => {
    // a ticket that is opened meanwhile would stand in the log and not among the tickets
    await tx.execute(sql`set transaction isolation level repeatable read, read only`);
    const from = new Date(stated.from);
    const rows = await ticketsOfOrganisation(tx, tenantId, organisationId, { from, until });
    const ids = rows.map(({ id }) => id);
    const these = and(eq(ticketsTable.tenantId, tenantId), inArray(ticketsTable.id, ids));
    if (await someHidden(tx, these, hidden)) return fail({ code: 'tickets.hidden' });
    return succeed({ rows, log: await readLogPart(tx, tenantId, ids, until) });
  });
  if (!read.ok) return read;
  const { rows, log } = read.value;
  const lives = livesOf(log);
  const tickets = rows.flatMap(({ id, number, edition, clause }) => {
    const pack = (policies.edition(tenantId, edition) ?? policy).pack;
    const lines = ticketLines(lives.get(id) ?? [], stated, (clock) =>
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
    format: 'reglament-statement-2',
    vendor: tenantId,
    organisation: { id: organisation.id, name: organisation.name },
    month,
    zone: policy.zone.timezone,
    from: new Date(period.from).toISOString(),
    until: until.toISOString(),
    madeAt: new Date(madeAt).toISOString(),
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
