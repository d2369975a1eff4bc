import { and, eq } from 'drizzle-orm';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { Locale } from '#shared/vocabulary.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { TicketThread } from '#shared/wire/ticket.ts';
import type { Deps } from '#server/deps.ts';
import { givenArticles } from '#server/features/articles/given-articles.ts';
import { appealRule } from '#server/features/life/appeal-rule.ts';
import { lifeFacts } from '#server/features/life/life-facts.ts';
import { whereItGoesOn } from '#server/features/merging/where-it-goes-on.ts';
import { readThread } from '#server/features/messages/messages.repository.ts';
import { decisionShown } from '#server/features/tickets/decision-in-force.ts';
import { answerTo } from '#server/features/tickets/hand-over.ts';
import { presentReceipt } from '#server/features/tickets/present-receipt.ts';
import { toldView } from '#server/features/tickets/told-view.ts';
import { listTicketEvents } from '#server/features/event-log/event-log.repository.ts';
import { shownAnswers } from '#server/features/tickets/shown-answers.ts';
import { findOwnTicket } from '#server/features/tickets/tickets.repository.ts';
import { tickets, type TicketRow } from '#server/features/tickets/tickets.table.ts';
import { reopeningOf } from '#server/policy/life/reopening.ts';
import { requesterOptions } from '#server/policy/life/requester-options.ts';
import type { Policy } from '#server/policy/packs.ts';

/** A requester's ticket with its thread; reading it marks it as seen. Fails with `ticket.not_found`. */
export async function readOwnTicket(
  deps: Deps,
  own: {
    readonly tenantId: string;
    readonly requesterId: string;
    readonly ticketId: string;
    readonly locale: Locale;
  },
): Promise<Result<TicketThread, Problem>> {
  const { tenantId, requesterId, ticketId, locale } = own;
  const ticket = await findOwnTicket(deps.db, tenantId, requesterId, ticketId);
  const policy = ticket && deps.policies.edition(tenantId, ticket.edition);
  if (!policy) return fail({ code: 'ticket.not_found' });
  const [thread, events, articles] = await Promise.all([
    readThread(deps.db, tenantId, ticketId, false),
    listTicketEvents(deps.db, tenantId, ticketId),
    givenArticles(deps, own, locale),
  ]);
  const goesOnIn = await whereItGoesOn(deps, ticket);
  const now = new Date(deps.now());
  const { lastAgentMessageAt } = ticket;
  if (lastAgentMessageAt && lastAgentMessageAt > (ticket.seenByRequesterAt ?? new Date(0))) {
    // what the thread above holds for certain; an answer that was just being written stays unread
    await deps.db
      .update(tickets)
      .set({ seenByRequesterAt: lastAgentMessageAt })
      .where(and(eq(tickets.tenantId, tenantId), eq(tickets.id, ticketId)));
  }
  return succeed({
    ...presentReceipt(policy.pack, {
      ...ticket,
      ticketId,
      locale,
      decision: decisionShown(ticket),
      createdAt: ticket.createdAt.toISOString(),
      receivedAt: ticket.receivedAt?.toISOString() ?? null,
      answerTo: ticket.status === 'awaiting_channel' ? await answerTo(deps.db, ticket) : null,
    }),
    updatedAt: ticket.updatedAt.toISOString(),
    firstRespondedAt: ticket.firstRespondedAt?.toISOString() ?? null,
    answers: shownAnswers(policy, thread.request.answers, locale),
    messages: [...thread.messages],
    articles,
    told: toldView(policy, { ticket, events, locale }),
    ...(goesOnIn ? { goesOnIn } : {}),
    ...optionsOf(policy, ticket, now.getTime()),
    rules: {
      appeal: appealRule(policy.pack, locale),
      followUp: followUpRuleOf(policy.pack),
    },
    now: now.toISOString(),
  });
}

const followUpRuleOf = ({ followUp: rule }: Policy['pack']) =>
  rule ? { clause: rule.clause, asksSolved: rule.confirms !== undefined } : null;

function optionsOf(
  policy: Policy,
  ticket: TicketRow,
  at: number,
): Pick<TicketThread, 'can' | 'reopening'> {
  const facts = lifeFacts(ticket, undefined);
  const context = { policy, facts, state: ticket.life, at };
  const found = reopeningOf(context);
  if (!found) return { can: requesterOptions(context) };
  const { outcome, clause } = found;
  return {
    can: requesterOptions(context),
    reopening: {
      outcome,
      ...(clause === undefined ? {} : { clause }),
      ...(outcome === 'complete_first' ? { missing: [...found.missing] } : {}),
    },
  };
}
