import { agentActor, type Agent } from '#server/features/agents/agent.ts';
import type { EventDraft } from '#server/features/event-log/event-body.ts';
import type { OrderRow } from '#server/features/orders/orders.table.ts';

/** What happened to an order; who of the customer decided is no part of it. */
export const orderEvent = (
  kind: 'order_proposed' | 'order_accepted' | 'order_declined' | 'order_done',
  { ticketId, id }: Pick<OrderRow, 'ticketId' | 'id'>,
  at: Date,
  agent: Agent,
): EventDraft => ({
  ticketId,
  kind,
  at,
  actor: agentActor(agent),
  params: { order: id },
});
