import { and, asc, eq, isNotNull, lte, not, sql, type SQL } from 'drizzle-orm';
import type { SilenceList } from '#shared/wire/after-resolution.ts';
import type { Deps } from '#server/deps.ts';
import { ticketLine, ticketsWithNames } from '#server/features/tickets/ticket-line.ts';
import {
  behindTicket,
  ticketPlaceText,
  type TicketPlace,
} from '#server/features/tickets/ticket-place.ts';
import { tickets } from '#server/features/tickets/tickets.table.ts';
import { readOn, type PageAsked } from '#server/http/read-on.ts';
import type { AutoClose } from '#server/policy/life/auto-close.ts';
import { silenceOf } from '#server/policy/life/step-endings.ts';
import { termEnd } from '#server/policy/life/term-end.ts';
import type { Policy } from '#server/policy/packs.ts';

type Closing = Pick<SilenceList['rows'][number], 'closing' | 'closableAt' | 'clause'>;

/**
 * A page of the tickets of a desk whose requester is silent, the longest silence first.
 *
 * @param hidden what its reader may not see; see `hiddenTickets`
 */
export async function listSilence(
  { db, policies, now }: Pick<Deps, 'db' | 'policies' | 'now'>,
  tenantId: string,
  asked: PageAsked<TicketPlace> & { readonly only: 'all' | 'may_close' },
  hidden?: SQL,
): Promise<SilenceList> {
  const at = now();
  const { only } = asked;
  const read = (after: TicketPlace | undefined, count: number) =>
    ticketsWithNames(db)
      .where(
        and(
          eq(tickets.tenantId, tenantId),
          sql`${tickets.status} = 'waiting_requester'`,
          isNotNull(tickets.lastAgentMessageAt),
          behindTicket(tickets.lastAgentMessageAt, after),
          hidden && not(hidden),
          only === 'may_close' ? lte(tickets.closableAt, new Date(at)) : undefined,
        ),
      )
      .orderBy(asc(tickets.lastAgentMessageAt), asc(tickets.number))
      .limit(count);
  type Row = Awaited<ReturnType<typeof read>>[number];
  const place = ({ ticket: { lastAgentMessageAt, number } }: Row) => ({
    at: lastAgentMessageAt?.getTime() ?? null,
    number,
  });
  const page = await readOn(asked, read, place, ({ ticket, requesterName }) => {
    const policy = policies.edition(tenantId, ticket.edition);
    const { waiting } = ticket.life;
    const silence = policy && silenceOf({ policy, state: ticket.life, at });
    if (!waiting || !silence) return undefined;
    const closing = closingOf(policy, silence, waiting.since);
    if (only === 'may_close' && closing.closing !== only) return undefined;
    return {
      ticket: ticketLine(policy.pack, ticket),
      requesterName: requesterName ?? '',
      waitingFor: waiting.for,
      since: new Date(waiting.since).toISOString(),
      reminders: waiting.reminders,
      remindedAt: waiting.remindedAt === null ? null : new Date(waiting.remindedAt).toISOString(),
      ...closing,
    };
  });
  return {
    rows: page.rows,
    next: page.next && ticketPlaceText(page.next),
    now: new Date(at).toISOString(),
  };
}

function closingOf(policy: Policy, silence: AutoClose, since: number): Closing {
  switch (silence.state) {
    case 'never':
      return { closing: 'never', closableAt: null, clause: policy.pack.reminders?.clause ?? null };
    case 'unstated':
      return {
        closing: 'not_yet',
        closableAt: null,
        clause: policy.pack.autoClose?.clause ?? null,
      };
    case 'waiting':
    case 'remind':
      return {
        closing: 'not_yet',
        closableAt: new Date(silence.eligibleAt).toISOString(),
        clause: policy.pack.autoClose?.clause ?? null,
      };
    case 'eligible':
      return { closing: 'may_close', closableAt: endedAt(policy, since), clause: silence.clause };
  }
}

function endedAt(policy: Policy, since: number): string | null {
  const rule = policy.pack.autoClose;
  const end = rule && termEnd(policy, since, rule.after, rule.reading);
  return end?.kind === 'ends' ? new Date(end.at).toISOString() : null;
}
