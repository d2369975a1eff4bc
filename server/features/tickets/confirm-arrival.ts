import { and, eq } from 'drizzle-orm';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import { agentActor, type Agent } from '#server/features/agents/agent.ts';
import { commitSteps } from '#server/features/life/commit-steps.ts';
import { lifeFacts } from '#server/features/life/life-facts.ts';
import { readThread } from '#server/features/messages/messages.repository.ts';
import { requesterFactsOf } from '#server/features/requesters/requester-facts.ts';
import { findRequester } from '#server/features/requesters/requesters.repository.ts';
import {
  replayed,
  takeActKey,
  type SubmissionKey,
} from '#server/features/tickets/idempotency-keys.repository.ts';
import { lockTicket, type TicketPlace } from '#server/features/tickets/lock-ticket.ts';
import { tickets } from '#server/features/tickets/tickets.table.ts';
import { decisionOf } from '#server/policy/decision/present-decision.ts';
import { receiptTerms } from '#server/policy/life/open-life.ts';
import { takeStep } from '#server/policy/life/take-step.ts';

/**
 * The message of a bridged request has reached the official channel: this moment is the receipt. The
 * policy decides again, now with a receipt, and the clock starts.
 *
 * Fails with `ticket.not_found`, `ticket.changed`, `ticket.not_awaiting_channel` or
 * `idempotency_key.reused`.
 *
 * @param by who found it there; `letter` where our own letter in the requester's name was taken
 */
export async function confirmArrival(
  deps: Pick<Deps, 'db' | 'now' | 'policies'>,
  place: TicketPlace,
  by: Agent | 'letter',
  key?: SubmissionKey,
): Promise<Result<void, Problem>> {
  return transact(deps.db, async (tx) => {
    const { tenantId, ticketId } = place;
    const actor = by === 'letter' ? ({ kind: 'system', id: null } as const) : agentActor(by);
    const locked = await lockTicket(tx, place);
    const again = key && (await replayed(tx, tenantId, actor.id ?? '', key));
    if (again) return again.ok ? succeed(undefined) : again;
    if (!locked.ok) return locked;
    const ticket = locked.value;
    if (ticket.status !== 'awaiting_channel') return fail({ code: 'ticket.not_awaiting_channel' });
    const at = deps.now();
    const inForce = deps.policies.inForce(tenantId, at);
    // a newer edition that has no such category any more cannot decide what was asked under another
    const policy = inForce?.categories.has(ticket.category)
      ? inForce
      : deps.policies.edition(tenantId, ticket.edition);
    const requester = await findRequester(tx, tenantId, ticket.requesterId);
    if (!policy || !requester) return fail({ code: 'ticket.not_found' });

    const known = await requesterFactsOf(tx, policy, requester, at);
    const { request, messages } = await readThread(tx, tenantId, ticketId, false);
    const decision = decisionOf(policy, {
      receivedAt: at,
      arrival: 'channel',
      category: ticket.category,
      answered: new Set([...Object.keys(request.answers ?? {}), ...known.known]),
      attachments: messages.find(({ kind }) => kind === 'request')?.attachments.length ?? 0,
      requester: known.question,
      severity: ticket.severity,
      region: known.region,
    });
    const { edition, route } = decision;
    const decided = { edition, channel: route.channel, decisionOnArrival: decision };
    const facts = lifeFacts({ ...ticket, ...decided }, requester);
    const receivedAt = new Date(at);
    const terms = receiptTerms(policy, decision, receivedAt.toISOString());
    const context = { policy, facts, state: ticket.life, by: actor.kind, at } as const;
    const step = takeStep(context, { act: 'confirm_arrival', terms });
    if (!step.ok) return step;
    const made = { tenantId, ticketId, sender: actor.id ?? '', createdAt: receivedAt };
    const taken = key && (await takeActKey(tx, made, key));
    if (taken && !taken.ok) return taken;
    await tx
      .update(tickets)
      .set(decided)
      .where(and(eq(tickets.tenantId, tenantId), eq(tickets.id, ticketId)));
    const scene = { actor, at: receivedAt, queue: (inForce ?? policy).pack };
    await commitSteps(tx, tenantId, scene, [{ ticket, policy, step: step.value }]);
    return succeed(undefined);
  });
}
