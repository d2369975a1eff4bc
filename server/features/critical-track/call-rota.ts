import type { Transaction } from '#server/db/connect.ts';
import { callOnCall } from '#server/features/critical-track/call-on-call.ts';
import type { TicketRow } from '#server/features/tickets/tickets.table.ts';
import type { LifeEvent } from '#server/policy/life/life-event.ts';
import type { LifeState } from '#server/policy/life/life-state.ts';
import type { Policy } from '#server/policy/packs.ts';

/**
 * Calls the next of the rota for a ticket whose critical clock runs, where the regulation says so.
 *
 * @returns what happened; empty where nobody is to be called
 */
export async function callRota(
  tx: Transaction,
  { pack }: Policy,
  { tenantId, id: ticketId }: Pick<TicketRow, 'tenantId' | 'id'>,
  state: LifeState,
  at: Date,
): Promise<readonly LifeEvent[]> {
  const { critical } = pack.clocks;
  const runs = state.clocks.critical_ack?.stoppedAt === null;
  if (!critical || critical.ifSilent !== 'next_on_call' || !runs) return [];
  const called = state.onCall?.called ?? [];
  const agent = await callOnCall(tx, { tenantId, ticketId }, called, at);
  const nextCallAt = new Date(at.getTime() + critical.minutes * 60_000).toISOString();
  if (agent !== undefined) return [{ kind: 'on_call_called', params: { agent, nextCallAt } }];
  return [{ kind: 'on_call_exhausted', params: {} }];
}

/** Whether a step has made a ticket critical: the first of the rota is called at once. */
export const becameCritical = (events: readonly LifeEvent[]): boolean =>
  events.some((event) => event.kind === 'severity_set' && event.params.ackBy !== null);
