import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Transaction } from '#server/db/connect.ts';
import type { Deps } from '#server/deps.ts';
import { countTime, type CountedTime } from '#server/features/hours/count-time.ts';
import { ticketCustomer } from '#server/features/hours/ticket-customer.ts';
import { timeEntries, type TimeEntryRow } from '#server/features/hours/time-entries.table.ts';
import type { TimeWork } from '#server/features/hours/time-work.ts';
import { allowedWork } from '#server/features/hours/allowed-work.ts';
import { findTicket } from '#server/features/tickets/tickets.repository.ts';
import type { TicketRow } from '#server/features/tickets/tickets.table.ts';

/** An entry as it was written. `warned`: its month has come to the warning by it. */
export interface WrittenTime {
  readonly entry: TimeEntryRow;
  readonly warned: boolean;
}

/** Work, and the voided entry that it stands for. */
type Writing = TimeWork & { readonly replaces?: string };

/**
 * Writes time down as an entry of this id inside a transaction of the caller, who tells it in an event. Locks the customer's
 * organisation, so that of many at once each sees what the others used.
 *
 * Fails with `ticket.not_found`, `ticket.awaiting_channel`, `request.invalid`, `work.refused`,
 * `order.needed`, `order.not_found`, `order.not_accepted` or `hours.used_up`.
 */
export async function writeTime(
  tx: Transaction,
  deps: Deps,
  id: string,
  work: Writing,
): Promise<Result<WrittenTime, Problem>> {
  const { tenantId, ticketId } = work;
  const now = deps.now();
  const workedAt = work.workedAt ?? now;
  if (workedAt > now) return fail({ code: 'request.invalid', fields: ['workedAt'] });
  const ticket = await findTicket(tx, tenantId, ticketId);
  const decidedBy = ticket && deps.policies.edition(tenantId, ticket.edition);
  const counting = deps.policies.inForce(tenantId, workedAt) ?? decidedBy;
  if (!decidedBy || !counting) return fail({ code: 'ticket.not_found' });
  // what is not a request yet is nobody's work
  if (workedAt < begunAt(ticket)) return fail({ code: 'request.invalid', fields: ['workedAt'] });
  if (ticket.status === 'awaiting_channel') return fail({ code: 'ticket.awaiting_channel' });

  const customer = await ticketCustomer(tx, counting, ticket, workedAt);
  const allowed = await allowedWork(tx, decidedBy, ticket, work, customer.requester);
  if (!allowed.ok) return allowed;
  const counted = await countTime(tx, counting, customer, work, workedAt);
  if (!counted.ok) return counted;
  const [entry] = await tx
    .insert(timeEntries)
    .values({
      ...rowOf(work, counted.value),
      id,
      organisationId: customer.organisationId,
      plan: customer.held?.plan ?? null,
      workedAt: new Date(workedAt),
      createdAt: new Date(now),
    })
    .returning();
  if (!entry) throw new Error('an inserted row comes back');
  return succeed({ entry, warned: counted.value.warns });
}

/** However late it was written down that somebody asked. */
const begunAt = ({ createdAt, receivedAt }: TicketRow): number =>
  Math.min(createdAt.getTime(), receivedAt?.getTime() ?? Infinity);

const rowOf = (
  { workedAt: _at, choice: _asked, ...work }: Writing,
  { minutes, at, choice }: CountedTime,
) => ({ ...work, countedMinutes: minutes, choice, countedAt: new Date(at) });
