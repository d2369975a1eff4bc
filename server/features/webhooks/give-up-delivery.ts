import { and, eq } from 'drizzle-orm';
import type { Transaction } from '#server/db/connect.ts';
import { agentsToldOfWebhook } from '#server/features/agent-notices/agent-notices.repository.ts';
import { notifyHeads } from '#server/features/agent-notices/notify-heads.ts';
import { appendEvents } from '#server/features/event-log/append-events.ts';
import { lockWebhook } from '#server/features/webhooks/lock-webhook.ts';
import { webhooks } from '#server/features/webhooks/webhooks.table.ts';

/**
 * What follows when a receiver is not told of an event any more: the heads of the desk, or where there are
 * none everybody, get one notice of that receiver until they have seen it. One that said it is gone is
 * told nothing more.
 */
export async function giveUpDelivery(
  tx: Transaction,
  { tenantId, webhookId }: { readonly tenantId: string; readonly webhookId: string },
  gone: boolean,
  at: Date,
): Promise<void> {
  const place = and(eq(webhooks.tenantId, tenantId), eq(webhooks.id, webhookId));
  const webhook = await lockWebhook(tx, { tenantId, webhookId });
  if (!webhook) return;
  const told = await agentsToldOfWebhook(tx, tenantId, webhookId);
  await notifyHeads(tx, { tenantId, kind: 'webhook_failed', webhookId, at }, told);
  if (!gone || webhook.stoppedAt) return;
  await tx.update(webhooks).set({ stoppedAt: at }).where(place);
  await appendEvents(tx, tenantId, [
    {
      ticketId: null,
      kind: 'webhook_stopped',
      at,
      actor: { kind: 'system', id: null },
      params: { webhook: webhookId },
    },
  ]);
}
