import { and, eq } from 'drizzle-orm';
import { succeed, type Result } from '#shared/result.ts';
import type { Severity } from '#shared/vocabulary.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import type { Agent } from '#server/features/agents/agent.ts';
import { startCriticalTrack } from '#server/features/critical-track/start-critical-track.ts';
import { appendEvents } from '#server/features/event-log/append-events.ts';
import { lockTicket, type TicketPlace } from '#server/features/tickets/lock-ticket.ts';
import { tickets } from '#server/features/tickets/tickets.table.ts';

/**
 * An agent's priority. What becomes critical starts the second clock, where the regulation has one. Fails
 * with `ticket.not_found` or `ticket.changed`.
 */
export async function setSeverity(
  deps: Deps,
  place: TicketPlace,
  severity: Severity,
  agent: Agent,
): Promise<Result<void, Problem>> {
  return transact(deps.db, async (tx) => {
    const locked = await lockTicket(tx, place);
    if (!locked.ok) return locked;
    const ticket = locked.value;
    if (ticket.severity === severity) return succeed(undefined);
    const at = new Date(deps.now());
    const { tenantId, ticketId } = place;
    await tx
      .update(tickets)
      .set({ severity, updatedAt: at, version: ticket.version + 1 })
      .where(and(eq(tickets.tenantId, tenantId), eq(tickets.id, ticketId)));
    const pack = deps.policies.edition(tenantId, ticket.edition)?.pack;
    const track = pack && (await startCriticalTrack(tx, pack, place, severity, at));
    await appendEvents(tx, tenantId, [
      {
        ticketId,
        kind: 'severity_set',
        at,
        actor: { kind: 'agent', id: agent.id },
        params: {
          from: ticket.severity,
          to: severity,
          ackBy: track?.ackBy?.toISOString() ?? null,
        },
      },
      ...(track?.events ?? []),
    ]);
    return succeed(undefined);
  });
}
