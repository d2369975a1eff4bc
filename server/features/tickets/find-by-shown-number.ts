import type { Deps } from '#server/deps.ts';
import { findTicketByNumber } from '#server/features/tickets/tickets.repository.ts';
import type { TicketRow } from '#server/features/tickets/tickets.table.ts';
import type { Policy } from '#server/policy/packs.ts';

/** A ticket and the policy of its edition. */
export interface NumberedTicket {
  readonly ticket: TicketRow;
  readonly policy: Policy;
}

/**
 * The ticket that people mean by a number; undefined where this tenant has none.
 *
 * @param shown `DDX-42`, or `42`
 */
export async function findByShownNumber(
  { db, policies }: Pick<Deps, 'db' | 'policies'>,
  tenantId: string,
  shown: string,
): Promise<NumberedTicket | undefined> {
  const [, prefix, digits] = /^(?:([A-Z]{2,5})-)?(\d{1,9})$/.exec(shown) ?? [];
  const ticket = digits && (await findTicketByNumber(db, tenantId, Number(digits)));
  const policy = ticket && policies.edition(tenantId, ticket.edition);
  if (!policy || (prefix !== undefined && prefix !== policy.pack.numberPrefix)) return undefined;
  return { ticket, policy };
}
