import { and, asc, eq, isNotNull, not, type SQL } from 'drizzle-orm';
import type { Locale } from '#shared/vocabulary.ts';
import type { AppealList } from '#shared/wire/after-resolution.ts';
import type { Deps } from '#server/deps.ts';
import { ticketLine, ticketsWithNames, viewLimit } from '#server/features/tickets/ticket-line.ts';
import { tickets } from '#server/features/tickets/tickets.table.ts';

/**
 * Appeals that wait to be heard at a desk, the oldest ticket first.
 *
 * @param hidden what its reader may not see; see `hiddenTickets`
 */
export async function listAppeals(
  { db, policies, now }: Pick<Deps, 'db' | 'policies' | 'now'>,
  tenantId: string,
  locale: Locale,
  hidden?: SQL,
): Promise<AppealList> {
  const rows = await ticketsWithNames(db)
    .where(
      and(eq(tickets.tenantId, tenantId), isNotNull(tickets.appealedTo), hidden && not(hidden)),
    )
    .orderBy(asc(tickets.number))
    .limit(viewLimit);
  return {
    rows: rows.flatMap(({ ticket, requesterName }) => {
      const policy = policies.edition(tenantId, ticket.edition);
      const clock = ticket.life.clocks.appeal;
      const { appealedTo: id } = ticket;
      if (!policy?.pack.appeal || !clock || id === null) return [];
      const role = policy.pack.roles.find((one) => one.id === id);
      return {
        ticket: ticketLine(policy.pack, ticket),
        requesterName: requesterName ?? '',
        to: { id, name: role?.name[locale] ?? id },
        appealedAt: new Date(clock.startedAt).toISOString(),
        dueAt: clock.dueAt === null ? null : new Date(clock.dueAt).toISOString(),
        clause: policy.pack.appeal.clause,
      };
    }),
    now: new Date(now()).toISOString(),
  };
}
