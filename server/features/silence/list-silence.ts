import { and, asc, eq, lte, not, sql, type SQL } from 'drizzle-orm';
import type { SilenceList } from '#shared/wire/after-resolution.ts';
import type { Deps } from '#server/deps.ts';
import { ticketLine, ticketsWithNames, viewLimit } from '#server/features/tickets/ticket-line.ts';
import { tickets } from '#server/features/tickets/tickets.table.ts';
import type { AutoClose } from '#server/policy/life/auto-close.ts';
import { silenceOf } from '#server/policy/life/step-endings.ts';
import { termEnd } from '#server/policy/life/term-end.ts';
import type { Policy } from '#server/policy/packs.ts';

type Closing = Pick<SilenceList['rows'][number], 'closing' | 'closableAt' | 'clause'>;

/**
 * Tickets of a desk whose requester is silent, the longest silence first.
 *
 * @param hidden what its reader may not see; see `hiddenTickets`
 */
export async function listSilence(
  { db, policies, now }: Pick<Deps, 'db' | 'policies' | 'now'>,
  tenantId: string,
  only: 'all' | 'may_close',
  hidden?: SQL,
): Promise<SilenceList> {
  const at = now();
  const rows = await ticketsWithNames(db)
    .where(
      and(
        eq(tickets.tenantId, tenantId),
        sql`${tickets.status} = 'waiting_requester'`,
        hidden && not(hidden),
        only === 'may_close' ? lte(tickets.closableAt, new Date(at)) : undefined,
      ),
    )
    .orderBy(asc(tickets.lastAgentMessageAt), asc(tickets.number))
    .limit(viewLimit);
  const silent = rows.flatMap(({ ticket, requesterName }) => {
    const policy = policies.edition(tenantId, ticket.edition);
    const { waiting } = ticket.life;
    const silence = policy && silenceOf({ policy, state: ticket.life, at });
    if (!waiting || !silence) return [];
    return {
      ticket: ticketLine(policy.pack, ticket),
      requesterName: requesterName ?? '',
      waitingFor: waiting.for,
      since: new Date(waiting.since).toISOString(),
      reminders: waiting.reminders,
      remindedAt: waiting.remindedAt === null ? null : new Date(waiting.remindedAt).toISOString(),
      ...closingOf(policy, silence, waiting.since),
    };
  });
  return {
    rows: silent.filter(({ closing }) => only === 'all' || closing === only),
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
