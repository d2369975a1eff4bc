import { and, eq, sql } from 'drizzle-orm';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { transact } from '#server/db/transact.ts';
import { markVendorPortalSeen } from '#server/features/agent-notices/agent-notices.repository.ts';
import type { Deps } from '#server/deps.ts';
import type { Agent } from '#server/features/agents/agent.ts';
import { logAgentAct } from '#server/features/agents/log-agent-act.ts';
import { vendorPortalPushes } from '#server/features/vendor-portal/vendor-portal.table.ts';

/**
 * Shows an event in the vendor's portal again; one that waits already is tried at once, after whatever rest the
 * portal asked for. Fails with `delivery.not_found`.
 */
export async function pushAgain(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  tenantId: string,
  seq: number,
  by: Agent,
): Promise<Result<void, Problem>> {
  const at = new Date(now());
  return transact<void>(db, async (tx) => {
    const waiting = await tx
      .update(vendorPortalPushes)
      .set({
        state: 'waiting',
        // a given-up attempt may have made something: the next one looks for it
        attempts: sql`case when state = 'waiting' then attempts else 1 end`,
        tryAt: at,
        deliveredAt: null,
        lastError: null,
      })
      .where(and(eq(vendorPortalPushes.tenantId, tenantId), eq(vendorPortalPushes.seq, seq)))
      .returning({ seq: vendorPortalPushes.seq });
    if (waiting.length === 0) return fail({ code: 'delivery.not_found' });
    await markVendorPortalSeen(tx, tenantId, at);
    await logAgentAct(tx, tenantId, {
      kind: 'webhook_told_again',
      by,
      at,
      params: { webhook: 'vendor-portal', event: seq },
    });
    return succeed(undefined);
  });
}
