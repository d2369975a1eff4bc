import { and, eq } from 'drizzle-orm';
import type { Database } from '#server/db/connect.ts';
import type { ClaimedDelivery } from '#server/features/webhooks/claim-deliveries.ts';
import { webhookDeliveries } from '#server/features/webhooks/webhooks.table.ts';

/**
 * What a server that stops has not told is told by the next one at once, under the same id, and no attempt
 * is counted: the receiver is not to blame.
 */
export async function giveBackDeliveries(
  db: Database,
  deliveries: readonly ClaimedDelivery[],
  now: Date,
): Promise<void> {
  for (const { tenantId, webhookId, seq, attempts } of deliveries)
    await db
      .update(webhookDeliveries)
      .set({ tryAt: now, attempts: attempts - 1 })
      .where(
        and(
          eq(webhookDeliveries.tenantId, tenantId),
          eq(webhookDeliveries.webhookId, webhookId),
          eq(webhookDeliveries.seq, seq),
          eq(webhookDeliveries.state, 'waiting'),
          eq(webhookDeliveries.attempts, attempts),
        ),
      );
}
