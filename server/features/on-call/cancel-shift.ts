import { and, eq } from 'drizzle-orm';
import { inTransaction } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import type { Agent } from '#server/features/agents/agent.ts';
import { logAgentAct } from '#server/features/agents/log-agent-act.ts';
import { onCallShifts } from '#server/features/on-call/on-call.table.ts';

/** Takes a shift out of the rota; one that is not there is out already. */
export async function cancelShift(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  { tenantId, id }: { readonly tenantId: string; readonly id: string },
  by: Agent,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const [shift] = await tx
      .delete(onCallShifts)
      .where(and(eq(onCallShifts.tenantId, tenantId), eq(onCallShifts.id, id)))
      .returning();
    if (!shift) return;
    const params = { shift: id, agent: shift.agentId };
    const at = new Date(now());
    await logAgentAct(tx, tenantId, { kind: 'shift_cancelled', by, at, params });
  });
}
