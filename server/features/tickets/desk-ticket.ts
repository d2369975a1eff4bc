import { fail, succeed, type Result } from '#shared/result.ts';
import type { Locale } from '#shared/vocabulary.ts';
import type { DeskTicket } from '#shared/wire/desk.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Deps } from '#server/deps.ts';
import { agentNames } from '#server/features/agents/agents.repository.ts';
import { listGuests } from '#server/features/guests/guests.repository.ts';
import { watchOfTicket } from '#server/features/checks/watch-of-ticket.ts';
import { readThread } from '#server/features/messages/messages.repository.ts';
import type { RequesterRow } from '#server/features/requesters/requesters.table.ts';
import { decisionShown } from '#server/features/tickets/decision-in-force.ts';
import { actChoices } from '#server/features/life/act-choices.ts';
import { lifeFacts } from '#server/features/life/life-facts.ts';
import { lifeView } from '#server/features/life/life-view.ts';
import { ticketNumbers } from '#server/features/merging/ticket-numbers.ts';
import { findOutdated } from '#server/features/releases/find-outdated.ts';
import { hiddenTickets } from '#server/features/tickets/hidden-tickets.ts';
import { otherTickets } from '#server/features/tickets/other-tickets.ts';
import { eventView, ticketsNamed } from '#server/features/tickets/event-view.ts';
import { presentReceipt } from '#server/features/tickets/present-receipt.ts';
import { shownFigures } from '#server/features/tickets/shown-figures.ts';
import { shownAnswers } from '#server/features/tickets/shown-answers.ts';
import { ticketClock } from '#server/features/tickets/ticket-clock.ts';
import { listTicketEvents } from '#server/features/event-log/event-log.repository.ts';
import { findTicketWithRequester } from '#server/features/tickets/tickets.repository.ts';
import type { TicketRow } from '#server/features/tickets/tickets.table.ts';
import { contractOfPortal } from '#server/features/portals/contract-of-portal.ts';
import { vendorRecords } from '#server/features/vendor-portal/vendor-records.ts';
import { isFirstResponse, responseOfMessage } from '#server/policy/decision/stops.ts';
import { queueViewOf } from '#server/policy/decision/queue-view.ts';
import { possibleActs } from '#server/policy/life/possible-acts.ts';
import { clauseSentences } from '#server/policy/widget/widget-view.ts';

/**
 * Everything an agent sees of one ticket. Fails with `ticket.not_found`.
 *
 * @param agentId who reads: of other tickets only those are named that they may see
 */
export async function deskTicket(
  deps: Deps,
  tenantId: string,
  ticketId: string,
  { locale, agentId }: { readonly locale: Locale; readonly agentId: string },
): Promise<Result<DeskTicket, Problem>> {
  const found = await findTicketWithRequester(deps.db, tenantId, ticketId);
  const policy = found && deps.policies.edition(tenantId, found.ticket.edition);
  if (!policy) return fail({ code: 'ticket.not_found' });

  const { ticket, requester } = found;
  const [thread, events, agents, guests, others] = await Promise.all([
    readThread(deps.db, tenantId, ticketId, true),
    listTicketEvents(deps.db, tenantId, ticketId),
    agentNames(deps.db, tenantId),
    listGuests(deps.db, tenantId, ticketId),
    otherTickets(deps, ticket, hiddenTickets(deps, tenantId, agentId)),
  ]);
  const [numbers, outdated, watch, records, portalContract] = await Promise.all([
    ticketNumbers(deps.db, deps.policies, tenantId, ticketsNamed(events)),
    findOutdated(deps.db, tenantId, thread.request, locale),
    watchOfTicket(deps.db, ticket),
    vendorRecords(deps.db, tenantId, ticketId),
    ticket.portal && contractOfPortal(deps.db, { tenantId, memberId: ticket.portal.memberId }),
  ]);
  const names = new Map([...agents, ...guests.map(({ id, name }) => [id, name] as const)]);
  const now = deps.now();
  const { pack } = policy;
  const category = policy.categories.get(ticket.category);
  const decision = decisionShown(ticket);
  const context = {
    policy,
    facts: lifeFacts(ticket, requester),
    state: ticket.life,
    by: 'agent',
    at: now,
  } as const;
  const { number, bridge } = presentReceipt(pack, {
    ...ticket,
    ticketId,
    createdAt: ticket.createdAt.toISOString(),
    receivedAt: ticket.receivedAt?.toISOString() ?? null,
  });
  const clockFacts = {
    ...ticket,
    promise: decision.firstResponse,
    clocks: ticket.life.clocks,
    shared: ticket.life.receipts !== undefined,
  };
  return succeed({
    id: ticket.id,
    vendor: tenantId,
    number,
    subject: ticket.subject,
    status: ticket.status,
    view: queueViewOf(ticket, now),
    severity: ticket.severity,
    category: {
      id: ticket.category,
      label: category?.label[locale] ?? ticket.category,
      clause: category?.clause ?? decision.scope.clause,
      team: category?.team ?? null,
    },
    channel: ticket.channel,
    createdAt: ticket.createdAt.toISOString(),
    receivedAt: ticket.receivedAt?.toISOString() ?? null,
    version: ticket.version,
    decision,
    clock: ticketClock(policy, clockFacts, now),
    can: possibleActs(context),
    choices: actChoices(context, locale),
    life: lifeView(policy, {
      ticket,
      events,
      names,
      numbers,
      answers: thread.request.answers ?? {},
      locale,
      now,
    }),
    ...(bridge
      ? { bridge: { channel: bridge.channel, code: bridge.code, address: bridge.address } }
      : {}),
    requester: requesterCard(requester, ticket, others),
    ...(watch ? { watch } : {}),
    ...(ticket.portal ? { portal: ticket.portal } : {}),
    ...(portalContract ? { portalContract } : {}),
    answers: shownAnswers(policy, thread.request.answers, locale),
    fieldLabels: Object.fromEntries(
      [...policy.fields].map(([id, field]) => [id, field.label[locale]]),
    ),
    firstResponseBy: (['reply', 'question'] as const).filter((kind) =>
      isFirstResponse(pack, responseOfMessage[kind]),
    ),
    context: thread.request.context ?? {},
    ...(outdated ? { outdated } : {}),
    ...(records.length > 0 ? { vendorRecords: records } : {}),
    messages: [...thread.messages],
    events: events.map((event) =>
      eventView(event, {
        policy,
        names,
        numbers,
        promiseClause: decision.firstResponse.clause,
        locale,
      }),
    ),
    clauses: clauseSentences(policy, locale),
    firstResponse: shownFigures(pack, events),
    timezone: { id: pack.desk.timezone, label: pack.timezoneLabel[locale] },
    rights: decision.rights,
    now: new Date(now).toISOString(),
  });
}

function requesterCard(
  requester: RequesterRow,
  ticket: TicketRow,
  others: Pick<DeskTicket['requester'], 'otherTickets' | 'newestOthers'>,
): DeskTicket['requester'] {
  const { provenBy, email, phone, position, contract, timezone, locale } = requester;
  const { organisation, plan } = ticket;
  const name = requester.name ?? '';
  return {
    id: requester.id,
    name,
    erased: ticket.erasedAt !== null && !requester.name && !email && !phone,
    provenBy,
    email,
    phone,
    position,
    organisation,
    contract,
    plan,
    timezone,
    locale,
    ...others,
  };
}
