import { and, eq } from 'drizzle-orm';
import type { Database } from '#server/db/connect.ts';
import type { ClaimedDelivery } from '#server/features/webhooks/claim-deliveries.ts';
import { webhookDeliveries } from '#server/features/webhooks/webhooks.table.ts';
import { backOffMs } from '#server/jobs/back-off.ts';

/** What failed so often is given up: about three days after the first attempt. */
const mostAttempts = 18;
const firstRetryMs = 5000;
const longestRetryMs = 12 * 3_600_000;

/** How an attempt ended; `final` where the receiver wants no other. */
export type Told =
  | { readonly told: true }
  | { readonly told: false; readonly code: string; readonly final: boolean };

/** Records how an attempt ended, unless the lease ran out and it is another's by now. */
export async function settleDelivery(
  db: Database,
  { tenantId, webhookId, seq, attempts }: ClaimedDelivery,
  told: Told,
  now: Date,
): Promise<void> {
  await db
    .update(webhookDeliveries)
    .set(afterAttempt(attempts, told, now))
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

function afterAttempt(attempts: number, told: Told, now: Date) {
  if (told.told) return { state: 'delivered', deliveredAt: now, lastError: null } as const;
  const lastError = told.code;
  if (told.final || attempts >= mostAttempts) return { state: 'dead', lastError } as const;
  return {
    tryAt: new Date(now.getTime() + backOffMs(attempts, firstRetryMs, longestRetryMs)),
    lastError,
  };
}
