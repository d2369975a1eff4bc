import { and, eq } from 'drizzle-orm';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { ArrivedTicket } from '#shared/wire/arrival.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Deps } from '#server/deps.ts';
import { sha256 } from '#server/digest.ts';
import type { Agent } from '#server/features/agents/agent.ts';
import { confirmArrival } from '#server/features/tickets/confirm-arrival.ts';
import { tickets } from '#server/features/tickets/tickets.table.ts';

const codeLifetimeMs = 24 * 3_600_000;

/**
 * A message with a one-time code has come in the official channel: the ticket that the widget prepared
 * under it has arrived, with everything that was gathered. A code is good for one arrival and for a day.
 *
 * Fails with `arrival.unknown_code`, `arrival.code_expired`, or as `confirmArrival` does.
 *
 * @param key makes a repeated press the same one
 */
export async function arriveByCode(
  deps: Deps,
  tenantId: string,
  typed: string,
  { agent, key }: { readonly agent: Agent; readonly key: string | undefined },
): Promise<Result<ArrivedTicket, Problem>> {
  const code = typed.replace(/[\s-]/g, '').toUpperCase();
  const [found] = await deps.db
    .select({ id: tickets.id, createdAt: tickets.createdAt, status: tickets.status })
    .from(tickets)
    .where(and(eq(tickets.tenantId, tenantId), eq(tickets.bridgeCode, code)));
  if (!found) return fail({ code: 'arrival.unknown_code', fields: ['code'] });
  const isOver = deps.now() - found.createdAt.getTime() > codeLifetimeMs;
  if (isOver && found.status === 'awaiting_channel')
    return fail({ code: 'arrival.code_expired', fields: ['code'] });
  const repeated = key && { idempotencyKey: key, requestHash: sha256(JSON.stringify([code])) };
  const place = { tenantId, ticketId: found.id };
  const arrived = await confirmArrival(deps, place, agent, repeated || undefined);
  return arrived.ok ? succeed({ id: found.id }) : arrived;
}
