import type { Transaction } from '#server/db/connect.ts';
import type { Deps } from '#server/deps.ts';
import { becameCritical, callRota } from '#server/features/critical-track/call-rota.ts';
import { commitSteps } from '#server/features/life/commit-steps.ts';
import { lifeFacts } from '#server/features/life/life-facts.ts';
import { lockTicket } from '#server/features/tickets/lock-ticket.ts';
import type { LifeEvent } from '#server/policy/life/life-event.ts';
import { follow, takeStep } from '#server/policy/life/take-step.ts';
import type { Policy } from '#server/policy/packs.ts';
import { draftIncident, type Outage } from '#server/features/incidents/draft-incident.ts';
import { findIncident, findOpenIncident } from '#server/features/incidents/incidents.repository.ts';
import { incidents } from '#server/features/incidents/incidents.table.ts';
import { writeTicketWithin } from '#server/features/tickets/write-tickets.ts';
import { outageFiling } from '#server/policy/watch/outage.ts';

/** The incident of an outage. */
export interface OpenedIncident {
  readonly ticketId: string;
  /** False where it was open, or had been told of, before. */
  readonly fresh: boolean;
}

/**
 * Opens the incident of an outage at once, whatever the hour: a ticket with number and timeline, and
 * the second clock where it is critical. An outage that is known already opens nothing. The last
 * statement of the caller's transaction: it writes into the log.
 *
 * @throws Error when the tenant has no regulation in force
 */
export async function openIncident(
  deps: Pick<Deps, 'policies' | 'ids'>,
  tx: Transaction,
  outage: Outage,
  at: Date,
): Promise<OpenedIncident> {
  const { tenantId, kind, source, sourceId } = outage;
  const policy = deps.policies.inForce(tenantId, at.getTime());
  if (!policy) throw new Error(`${tenantId} has no regulation in force`);
  const known =
    (await findIncident(tx, outage)) ??
    (kind === 'alert' ? undefined : await findOpenIncident(tx, tenantId, kind, source));
  if (known) return { ticketId: known.ticketId, fresh: false };

  const draft = draftIncident(deps, policy, outage, at);
  const written = await writeTicketWithin(tx, draft);
  if (!written) {
    // another server has told of the same outage while this one waited for its key
    const theirs = await findIncident(tx, outage);
    if (!theirs) throw new Error('an incident has a key and no row');
    return { ticketId: theirs.ticketId, fresh: false };
  }
  const { ticketId } = written;
  await tx.insert(incidents).values({ tenantId, kind, source, sourceId, ticketId, openedAt: at });
  await makeCritical(deps, tx, policy, { tenantId, ticketId }, outage, at);
  return { ticketId, fresh: true };
}

/** The ticket is known for an outage and, where the watch files outages so, critical from the start. */
async function makeCritical(
  { policies }: Pick<Deps, 'policies'>,
  tx: Transaction,
  policy: Policy,
  place: { readonly tenantId: string; readonly ticketId: string },
  { kind }: Outage,
  at: Date,
): Promise<void> {
  const locked = await lockTicket(tx, place);
  if (!locked.ok) throw new Error('a ticket that was just written is not there');
  const ticket = locked.value;
  const context = {
    policy,
    facts: lifeFacts(ticket, undefined),
    state: ticket.life,
    by: 'system',
    at: at.getTime(),
  } as const;
  const { severity } = outageFiling(policy.pack);
  const set = takeStep(context, { act: 'set_severity', severity });
  const found: readonly LifeEvent[] = [
    { kind: 'incident_opened', params: { by: kind } },
    ...(set.ok ? set.value.events : []),
  ];
  const state = set.ok ? set.value.state : ticket.life;
  const calls = becameCritical(found) ? await callRota(tx, policy, ticket, state, at) : [];
  const step = follow(context, [...found, ...calls]);
  if (!step.ok) throw new Error(`an outage cannot be written down: ${step.failure.code}`);
  const queue = policies.inForce(place.tenantId, at.getTime()) ?? policy;
  const actor = { kind: 'system', id: null } as const;
  await commitSteps(tx, place.tenantId, { actor, at, queue: queue.pack }, [
    { ticket, policy, step: step.value },
  ]);
}
