import { and, eq, isNull } from 'drizzle-orm';
import type { Transaction } from '#server/db/connect.ts';
import type { PolicyRegistry } from '#server/features/policies/policy-registry.ts';
import { clocks, tickets, type TicketRow } from '#server/features/tickets/tickets.table.ts';
import { isFirstResponse, responseOfMessage } from '#server/policy/decision/stops.ts';

/** Stops the clock of the first response where this answer is one by the ticket's edition; false where it is not. */
export async function recordFirstResponse(
  tx: Transaction,
  policies: PolicyRegistry,
  ticket: TicketRow,
  kind: keyof typeof responseOfMessage,
  at: Date,
): Promise<boolean> {
  const policy = policies.edition(ticket.tenantId, ticket.edition);
  if (ticket.firstRespondedAt || !policy) return false;
  if (!isFirstResponse(policy.pack, responseOfMessage[kind])) return false;
  const here = and(eq(clocks.tenantId, ticket.tenantId), eq(clocks.ticketId, ticket.id));
  await tx
    .update(tickets)
    .set({ firstRespondedAt: at })
    .where(and(eq(tickets.tenantId, ticket.tenantId), eq(tickets.id, ticket.id)));
  await tx
    .update(clocks)
    .set({ stoppedAt: at })
    .where(and(here, isNull(clocks.stoppedAt)));
  return true;
}
