import { and, desc, eq, gte, inArray, lt, not, type SQL } from 'drizzle-orm';
import type { Severity, TicketStatus } from '#shared/vocabulary.ts';
import type { ListedTicket, TicketPage } from '#shared/wire/ticket-list.ts';
import type { Database } from '#server/db/connect.ts';
import { shownNumber } from '#server/features/tickets/present-receipt.ts';
import { tickets } from '#server/features/tickets/tickets.table.ts';
import { pageOf } from '#server/http/page.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

/** Which tickets of a vendor; what is left out does not matter. */
export interface TicketFilter {
  readonly status?: readonly TicketStatus[] | undefined;
  readonly severity?: readonly Severity[] | undefined;
  readonly category?: string | undefined;
  readonly assignee?: string | undefined;
  readonly requester?: string | undefined;
  readonly organisation?: string | undefined;
  /** Changed then or later. */
  readonly updatedSince?: Date | undefined;
  /** What they have to do with something else; see `aboutProblem`. */
  readonly about?: SQL | undefined;
  /** What its reader may not see; see `hiddenTickets`. */
  readonly hidden?: SQL | undefined;
}

const columns = {
  id: tickets.id,
  number: tickets.number,
  subject: tickets.subject,
  status: tickets.status,
  severity: tickets.severity,
  category: tickets.category,
  channel: tickets.channel,
  requester: tickets.requesterId,
  organisation: tickets.organisation,
  contract: tickets.contract,
  plan: tickets.plan,
  assignee: tickets.assignee,
  edition: tickets.edition,
  createdAt: tickets.createdAt,
  receivedAt: tickets.receivedAt,
  updatedAt: tickets.updatedAt,
  dueAt: tickets.dueAt,
  firstRespondedAt: tickets.firstRespondedAt,
  resolvedAt: tickets.resolvedAt,
  version: tickets.version,
};

/**
 * A page of a vendor's tickets, the newest first. Numbers never change, so that a ticket which comes or
 * changes meanwhile moves no other to another page.
 *
 * @param pack of the vendor, for how numbers are shown
 * @param before the number that the page before ended with
 */
export async function pageTickets(
  db: Database,
  pack: PolicyPack,
  filter: TicketFilter,
  { before, limit }: { readonly before?: number | undefined; readonly limit: number },
): Promise<TicketPage> {
  const found = await db
    .select(columns)
    .from(tickets)
    .where(
      and(
        eq(tickets.tenantId, pack.vendor),
        before === undefined ? undefined : lt(tickets.number, before),
        wanted(filter),
      ),
    )
    .orderBy(desc(tickets.number))
    .limit(limit + 1);
  const { rows, next } = pageOf(found, limit, ({ number }) => String(number));
  return { rows: rows.map((row) => listed(pack, row)), next };
}

const wanted = (filter: TicketFilter): SQL | undefined =>
  and(
    filter.status && inArray(tickets.status, [...filter.status]),
    filter.severity && inArray(tickets.severity, [...filter.severity]),
    filter.category === undefined ? undefined : eq(tickets.category, filter.category),
    filter.assignee === undefined ? undefined : eq(tickets.assignee, filter.assignee),
    filter.requester === undefined ? undefined : eq(tickets.requesterId, filter.requester),
    filter.organisation === undefined ? undefined : eq(tickets.organisation, filter.organisation),
    filter.updatedSince && gte(tickets.updatedAt, filter.updatedSince),
    filter.about,
    filter.hidden && not(filter.hidden),
  );

type Found = Pick<typeof tickets.$inferSelect, Exclude<keyof typeof columns, 'requester'>> & {
  readonly requester: string;
};

const listed = (pack: PolicyPack, { number, ...row }: Found): ListedTicket => ({
  ...row,
  number: shownNumber(pack, number),
  createdAt: row.createdAt.toISOString(),
  receivedAt: row.receivedAt?.toISOString() ?? null,
  updatedAt: row.updatedAt.toISOString(),
  dueAt: row.dueAt?.toISOString() ?? null,
  firstRespondedAt: row.firstRespondedAt?.toISOString() ?? null,
  resolvedAt: row.resolvedAt?.toISOString() ?? null,
});
