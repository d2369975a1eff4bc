import { and, eq } from 'drizzle-orm';
import type { FirstResponsePromise } from '#shared/wire/decision.ts';
import type { Database } from '#server/db/connect.ts';
import { inTransaction } from '#server/db/transact.ts';
import { decisionInForce } from '#server/features/tickets/decision-in-force.ts';
import { commitSteps } from '#server/features/life/commit-steps.ts';
import type { PolicyRegistry } from '#server/features/policies/policy-registry.ts';
import { lockTicket, type TicketPlace } from '#server/features/tickets/lock-ticket.ts';
import { tickets } from '#server/features/tickets/tickets.table.ts';
import { hasEnded } from '#server/policy/life/life-state.ts';
import { dueMoved } from '#server/policy/life/move-term.ts';
import { follow } from '#server/policy/life/take-step.ts';

/** A promise as it was planned, by the one that was read then. */
export interface RecountedPromise {
  readonly place: TicketPlace;
  /** The due instant that was read, ISO 8601. */
  readonly from: string;
  readonly promise: FirstResponsePromise;
}

/**
 * Stores a promise that was counted again, and its event where the due instant is another one. What
 * was decided stays as it was given.
 *
 * @returns false, and nothing is written, where the response was given, the ticket resolved, the due
 * instant passed or already another one
 */
export async function moveDue(
  { db, policies }: { readonly db: Database; readonly policies: PolicyRegistry },
  { place, from, promise }: RecountedPromise,
  at: Date,
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const locked = await lockTicket(tx, place);
    if (!locked.ok || promise.dueAt === null || promise.startsAt === null) return false;
    const ticket = locked.value;
    const stands = decisionInForce(ticket).firstResponse.dueAt === from;
    if (!stands || ticket.firstRespondedAt || hasEnded(ticket)) return false;
    if (Date.parse(from) <= at.getTime()) return false;

    const { tenantId, ticketId } = place;
    if (promise.dueAt === from) {
      await tx
        .update(tickets)
        .set({ promiseRecounted: promise })
        .where(and(eq(tickets.tenantId, tenantId), eq(tickets.id, ticketId)));
      return true;
    }
    const policy = policies.edition(tenantId, ticket.edition);
    if (!policy) return false;
    const moved = dueMoved(policy, ticket.life, promise, 'calendar', at.getTime());
    const step = follow({ state: ticket.life, by: 'system', at: at.getTime() }, moved);
    if (!step.ok || moved.length === 0) return false;
    const queue = policies.inForce(tenantId, at.getTime()) ?? policy;
    const scene = { actor: { kind: 'system', id: null }, at, queue: queue.pack } as const;
    await commitSteps(tx, tenantId, scene, [{ ticket, policy, step: step.value, promise }]);
    return true;
  });
}
