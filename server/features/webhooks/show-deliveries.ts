import { fail, succeed, type Result } from '#shared/result.ts';
import type { WebhookType } from '#shared/webhook-types.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { DeliveryList } from '#shared/wire/webhooks.ts';
import type { Database } from '#server/db/connect.ts';
import {
  isWebhook,
  listDeliveries,
  type DeliveriesAsked,
} from '#server/features/webhooks/deliveries.repository.ts';
import { messageIdOf } from '#server/features/webhooks/webhook-message.ts';
import { pageOf } from '#server/http/page.ts';

/** A page of what one receiver was told, the newest event first. Fails with `webhook.not_found`. */
export async function showDeliveries(
  db: Database,
  asked: DeliveriesAsked,
): Promise<Result<DeliveryList, Problem>> {
  if (!(await isWebhook(db, asked))) return fail({ code: 'webhook.not_found' });
  const found = await listDeliveries(db, { ...asked, limit: asked.limit + 1 });
  const { rows, next } = pageOf(found, asked.limit, ({ delivery }) => String(delivery.seq));
  return succeed({
    rows: rows.map(({ delivery, kind, ticketId }) => ({
      seq: delivery.seq,
      messageId: messageIdOf(delivery.webhookId, delivery.seq),
      type: `ticket.${kind}` as WebhookType,
      ticket: ticketId ?? '',
      state: delivery.state,
      attempts: delivery.attempts,
      tryAt: delivery.state === 'waiting' ? delivery.tryAt.toISOString() : null,
      deliveredAt: delivery.deliveredAt?.toISOString() ?? null,
      lastError: delivery.lastError,
    })),
    next,
  });
}
