import type { Transaction } from '#server/db/connect.ts';
import { notifyAgents } from '#server/features/agent-notices/agent-notices.repository.ts';
import { shiftsBetween } from '#server/features/on-call/on-call.repository.ts';
import { nextOnCall } from '#server/policy/life/on-call.ts';

/**
 * Calls whoever of the rota comes next for a ticket: a notice at the desk.
 *
 * @param called agents who were called already
 * @returns the agent; undefined when nobody is left
 */
export async function callOnCall(
  tx: Transaction,
  { tenantId, ticketId }: { readonly tenantId: string; readonly ticketId: string },
  called: readonly string[],
  at: Date,
): Promise<string | undefined> {
  const now = at.getTime();
  const next = nextOnCall(await shiftsBetween(tx, tenantId, now, now + 1), now, called);
  if (!next) return undefined;
  const { agentId } = next;
  await notifyAgents(tx, [{ tenantId, agentId, kind: 'critical_call', ticketId, at }]);
  return agentId;
}
