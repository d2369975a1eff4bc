import { and, eq } from 'drizzle-orm';
import type { Transaction } from '#server/db/connect.ts';
import { webhooks, type WebhookRow } from '#server/features/webhooks/webhooks.table.ts';

/** A receiver, held until the transaction ends; undefined where this tenant has none such. */
export async function lockWebhook(
  tx: Transaction,
  { tenantId, webhookId }: { readonly tenantId: string; readonly webhookId: string },
): Promise<WebhookRow | undefined> {
  const [webhook] = await tx
    .select()
    .from(webhooks)
    .where(and(eq(webhooks.tenantId, tenantId), eq(webhooks.id, webhookId)))
    .for('update');
  return webhook;
}
