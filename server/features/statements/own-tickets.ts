import { and, eq, gte, inArray, lt, notInArray, or, sql } from 'drizzle-orm';
import type { Database } from '#server/db/connect.ts';
import { contracts } from '#server/features/organisations/organisations.table.ts';
import { tickets } from '#server/features/tickets/tickets.table.ts';

/** A ticket that was opened under a contract of an organisation. */
export interface OwnTicket {
  readonly id: string;
  readonly number: number;
  readonly edition: string;
  /** Of the first response, as it was decided. */
  readonly clause: string;
}

/**
 * Tickets of an organisation that may have to do with a period: opened before its end, and not at rest
 * since before its beginning. The oldest first.
 */
export async function ticketsOfOrganisation(
  db: Database,
  tenantId: string,
  organisationId: string,
  { from, until }: { readonly from: Date; readonly until: Date },
): Promise<OwnTicket[]> {
  const numbers = db
    .select({ number: contracts.number })
    .from(contracts)
    .where(and(eq(contracts.tenantId, tenantId), eq(contracts.organisationId, organisationId)));
  return db
    .select({
      id: tickets.id,
      number: tickets.number,
      edition: tickets.edition,
      clause: sql<string>`coalesce(decision_on_arrival, decision) #>> '{firstResponse,clause}'`,
    })
    .from(tickets)
    .where(
      and(
        eq(tickets.tenantId, tenantId),
        inArray(tickets.contract, numbers),
        lt(tickets.createdAt, until),
        or(gte(tickets.updatedAt, from), notInArray(tickets.status, ['resolved', 'closed'])),
      ),
    )
    .orderBy(tickets.number);
}
