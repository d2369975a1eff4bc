import type { TicketEventKind } from '#shared/ticket-events.ts';
import type { Transaction } from '#server/db/connect.ts';
import { agentActor, type Agent } from '#server/features/agents/agent.ts';
import { appendEvents } from '#server/features/event-log/append-events.ts';
import type { EventDraft } from '#server/features/event-log/event-body.ts';

/** What an agent did with a thing that belongs to no ticket. */
interface AgentAct {
  readonly kind: TicketEventKind;
  readonly by: Agent;
  readonly at: Date;
  /** Ids, enums and digests: never words. */
  readonly params: NonNullable<EventDraft['params']>;
}

/** Writes an act of an agent into the log. The last statement of a transaction, as `appendEvents` is. */
export const logAgentAct = (
  tx: Transaction,
  tenantId: string,
  { kind, by, at, params }: AgentAct,
): Promise<void> =>
  appendEvents(tx, tenantId, [{ ticketId: null, kind, at, actor: agentActor(by), params }]);
