import type { Transaction } from '#server/db/connect.ts';
import type { LivingTicket } from '#server/features/life/living-ticket.ts';
import type { PolicyRegistry } from '#server/features/policies/policy-registry.ts';
import { settleTimers } from '#server/jobs/settle-timers.ts';
import { deadlinesOf } from '#server/policy/life/deadlines.ts';

/**
 * Arms what runs for tickets of one tenant that are locked, by the calendars of now. Nothing is written
 * where it runs to the same instants, and no version is raised: nothing has happened to the tickets.
 */
export const rearm = (
  tx: Transaction,
  policies: PolicyRegistry,
  tenantId: string,
  locked: readonly Pick<LivingTicket, 'id' | 'edition' | 'life'>[],
): Promise<void> =>
  settleTimers(
    tx,
    tenantId,
    locked.flatMap(({ id, edition, life }) => {
      const policy = policies.edition(tenantId, edition);
      return policy ? { ticketId: id, deadlines: deadlinesOf(policy, life) } : [];
    }),
  );
