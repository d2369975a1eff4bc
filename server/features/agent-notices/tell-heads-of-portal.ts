import type { Transaction } from '#server/db/connect.ts';
import { agentsToldOfPortal } from '#server/features/agent-notices/agent-notices.repository.ts';
import { notifyHeads } from '#server/features/agent-notices/notify-heads.ts';

/**
 * Tells the heads of a desk that a customer's portal asked, with the removal of the app, for everything to be erased,
 * and that nothing was: nobody could confirm it.
 */
export async function tellHeadsOfPortal(
  tx: Transaction,
  { tenantId, memberId }: { readonly tenantId: string; readonly memberId: string },
  at: Date,
): Promise<void> {
  const notice = { tenantId, kind: 'portal_not_erased', portalId: memberId, at } as const;
  await notifyHeads(tx, notice, await agentsToldOfPortal(tx, tenantId, memberId));
}
