import { and, asc, eq, isNotNull, not, type SQL } from 'drizzle-orm';
import type { Locale } from '#shared/vocabulary.ts';
import type { AppealList } from '#shared/wire/after-resolution.ts';
import type { Deps } from '#server/deps.ts';
import { ticketLine, ticketsWithNames } from '#server/features/tickets/ticket-line.ts';
import {
  behindTicket,
  ticketPlaceText,
  type TicketPlace,
} from '#server/features/tickets/ticket-place.ts';
import { appealTerm, tickets } from '#server/features/tickets/tickets.table.ts';
import { readOn, type PageAsked } from '#server/http/read-on.ts';

/**
 * A page of the appeals that wait to be heard at a desk, by their terms; those without one come last.
 *
 * @param hidden what its reader may not see; see `hiddenTickets`
 */
export async function listAppeals(
  { db, policies, now }: Pick<Deps, 'db' | 'policies' | 'now'>,
  tenantId: string,
  asked: PageAsked<TicketPlace> & { readonly locale: Locale },
  hidden?: SQL,
): Promise<AppealList> {
  const read = (after: TicketPlace | undefined, count: number) =>
    ticketsWithNames(db)
      .where(
        and(
          eq(tickets.tenantId, tenantId),
          isNotNull(tickets.appealedTo),
          behindTicket(appealTerm, after),
          hidden && not(hidden),
        ),
      )
      .orderBy(appealTerm, asc(tickets.number))
      .limit(count);
  type Row = Awaited<ReturnType<typeof read>>[number];
  const place = ({ ticket: { appealDueAt, number } }: Row) => ({
    at: appealDueAt?.getTime() ?? null,
    number,
  });
  const page = await readOn(asked, read, place, ({ ticket, requesterName }) => {
    const policy = policies.edition(tenantId, ticket.edition);
    const clock = ticket.life.clocks.appeal;
    const { appealedTo: id, appealDueAt } = ticket;
    if (!policy?.pack.appeal || !clock || id === null) return undefined;
    const role = policy.pack.roles.find((one) => one.id === id);
    return {
      ticket: ticketLine(policy.pack, ticket),
      requesterName: requesterName ?? '',
      to: { id, name: role?.name[asked.locale] ?? id },
      appealedAt: new Date(clock.startedAt).toISOString(),
      dueAt: appealDueAt?.toISOString() ?? null,
      clause: policy.pack.appeal.clause,
    };
  });
  return {
    rows: page.rows,
    next: page.next && ticketPlaceText(page.next),
    now: new Date(now()).toISOString(),
  };
}
