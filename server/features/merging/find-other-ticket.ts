import type { Deps } from '#server/deps.ts';
import type { Agent } from '#server/features/agents/agent.ts';
import { findByShownNumber } from '#server/features/tickets/find-by-shown-number.ts';
import { isHidden } from '#server/features/tickets/hidden-tickets.ts';
import type { TicketRow } from '#server/features/tickets/tickets.table.ts';

/** The ticket that an agent names; undefined where there is none, or none that they may see. */
export async function findOtherTicket(
  deps: Deps,
  tenantId: string,
  shown: string,
  agent: Agent,
): Promise<TicketRow | undefined> {
  const found = await findByShownNumber(deps, tenantId, shown);
  if (!found || (await isHidden(deps, tenantId, found.ticket.id, agent.id))) return undefined;
  return found.ticket;
}
