import { and, eq } from 'drizzle-orm';
import type { Transaction } from '#server/db/connect.ts';
import type { Deps } from '#server/deps.ts';
import { startCriticalTrack } from '#server/features/critical-track/start-critical-track.ts';
import { system } from '#server/features/critical-track/track-events.ts';
import { appendEvents } from '#server/features/event-log/append-events.ts';
import { draftIncident, type Outage } from '#server/features/incidents/draft-incident.ts';
import { findIncident, findOpenIncident } from '#server/features/incidents/incidents.repository.ts';
import { incidents } from '#server/features/incidents/incidents.table.ts';
import { tickets } from '#server/features/tickets/tickets.table.ts';
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
  const { severity } = outageFiling(policy.pack);
  await tx
    .update(tickets)
    .set({ severity })
    .where(and(eq(tickets.tenantId, tenantId), eq(tickets.id, ticketId)));
  const place = { tenantId, ticketId };
  const track = await startCriticalTrack(tx, policy.pack, place, severity, at);
  const by = { ticketId, at, actor: system };
  await appendEvents(tx, tenantId, [
    { ...by, kind: 'incident_opened', params: { by: kind } },
    ...(severity === 'critical'
      ? [
          {
            ...by,
            kind: 'severity_set' as const,
            params: { from: 'normal', to: severity, ackBy: track.ackBy?.toISOString() ?? null },
          },
        ]
      : []),
    ...track.events,
  ]);
  return { ticketId, fresh: true };
}
