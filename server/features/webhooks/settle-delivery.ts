import { and, eq } from 'drizzle-orm';
import type { Database } from '#server/db/connect.ts';
import { inTransaction } from '#server/db/transact.ts';
import type { ClaimedDelivery } from '#server/features/webhooks/claim-deliveries.ts';
import { giveUpDelivery } from '#server/features/webhooks/give-up-delivery.ts';
import { webhookDeliveries } from '#server/features/webhooks/webhooks.table.ts';
import { backOffMs } from '#server/jobs/back-off.ts';

/** What failed so often is given up: about three days after the first attempt. */
const mostAttempts = 18;
const firstRetryMs = 5000;
const longestRetryMs = 12 * 3_600_000;
/** A retry comes up to this share later than its turn, so that those of one outage do not come at once. */
const mostJitter = 0.2;

/** How an attempt ended; `final` where no other is made: the receiver wants none, or a demo holds it. */
export type Told =
  | { readonly told: true }
  | { readonly told: false; readonly code: string; readonly final: boolean };

/**
 * Records how an attempt ended, unless the lease ran out and it is another's by now. Of one that is given
 * up the heads of the desk get a notice in the same transaction.
 *
 * @param luck 0 to 1, how much later than its turn a retry comes
 */
export async function settleDelivery(
  db: Database,
  { tenantId, webhookId, seq, attempts }: ClaimedDelivery,
  told: Told,
  now: Date,
  luck: number,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const [after] = await tx
      .update(webhookDeliveries)
      .set(afterAttempt(attempts, told, now, luck))
      .where(
        and(
          eq(webhookDeliveries.tenantId, tenantId),
          eq(webhookDeliveries.webhookId, webhookId),
          eq(webhookDeliveries.seq, seq),
          eq(webhookDeliveries.state, 'waiting'),
          eq(webhookDeliveries.attempts, attempts),
        ),
      )
      .returning({ state: webhookDeliveries.state });
    // a demo holds what it would send: nobody's receiver failed
    if (after?.state !== 'dead' || (!told.told && told.code === 'held')) return;
    await giveUpDelivery(tx, { tenantId, webhookId }, !told.told && told.final, now);
  });
}

function afterAttempt(attempts: number, told: Told, now: Date, luck: number) {
  if (told.told) return { state: 'delivered', deliveredAt: now, lastError: null } as const;
  const lastError = told.code;
  if (told.final || attempts >= mostAttempts) return { state: 'dead', lastError } as const;
  const waitMs = backOffMs(attempts, firstRetryMs, longestRetryMs) * (1 + luck * mostJitter);
  return { tryAt: new Date(now.getTime() + waitMs), lastError };
}
