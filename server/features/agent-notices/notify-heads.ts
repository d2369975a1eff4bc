import type { Transaction } from '#server/db/connect.ts';
import type { agentNotices } from '#server/features/agent-notices/agent-notices.table.ts';
import { notifyAgents } from '#server/features/agent-notices/agent-notices.repository.ts';
import { agentsAt } from '#server/features/agents/agents.repository.ts';

/**
 * Tells the heads of a desk, or where there are none everybody there.
 *
 * @param told agents who have such a notice already
 */
export async function notifyHeads(
  tx: Transaction,
  notice: Omit<typeof agentNotices.$inferInsert, 'agentId'>,
  told: ReadonlySet<string>,
): Promise<void> {
  const desk = await agentsAt(tx, notice.tenantId);
  const heads = desk.filter(({ role }) => role === 'head');
  await notifyAgents(
    tx,
    (heads.length > 0 ? heads : desk)
      .filter(({ id }) => !told.has(id))
      .map(({ id: agentId }) => ({ ...notice, agentId })),
  );
}
