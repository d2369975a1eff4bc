import { and, eq, isNull } from 'drizzle-orm';
import type { Transaction } from '#server/db/connect.ts';
import type { Deps } from '#server/deps.ts';
import { commitSteps } from '#server/features/life/commit-steps.ts';
import { lockTicket } from '#server/features/tickets/lock-ticket.ts';
import { follow } from '#server/policy/life/take-step.ts';
import { incidents, type IncidentRow } from '#server/features/incidents/incidents.table.ts';

/**
 * The platform answers again: nobody is called any more, and the ticket stays for an agent to finish.
 * Again is harmless. The last statement of the caller's transaction.
 */
export async function recoverIncident(
  { policies }: Pick<Deps, 'policies'>,
  tx: Transaction,
  { tenantId, kind, source, sourceId, ticketId }: IncidentRow,
  at: Date,
): Promise<void> {
  const recovered = await tx
    .update(incidents)
    .set({ recoveredAt: at })
    .where(
      and(
        eq(incidents.tenantId, tenantId),
        eq(incidents.kind, kind),
        eq(incidents.source, source),
        eq(incidents.sourceId, sourceId),
        isNull(incidents.recoveredAt),
      ),
    )
    .returning({ ticketId: incidents.ticketId });
  if (recovered.length === 0) return;
  const locked = await lockTicket(tx, { tenantId, ticketId });
  const policy = locked.ok && policies.edition(tenantId, locked.value.edition);
  if (!locked.ok || !policy) return;
  const ticket = locked.value;
  const recovery = [{ kind: 'incident_recovered', params: {} }] as const;
  const step = follow({ state: ticket.life, by: 'system', at: at.getTime() }, recovery);
  if (!step.ok) return;
  const queue = policies.inForce(tenantId, at.getTime()) ?? policy;
  const actor = { kind: 'system', id: null } as const;
  const taken = [{ ticket, policy, step: step.value }];
  await commitSteps(tx, tenantId, { actor, at, queue: queue.pack }, taken);
}
