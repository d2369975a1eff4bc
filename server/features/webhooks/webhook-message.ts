import { Webhook } from 'standardwebhooks';
import type { WebhookType } from '#shared/webhook-types.ts';
import type { WebhookMessage } from '#shared/wire/webhooks.ts';
import type { LoggedEvent } from '#server/features/event-log/event-body.ts';

/** Known to receivers as `webhook-id`: the same for every attempt and replay of one event. */
export const messageIdOf = (webhookId: string, seq: number): string => `${webhookId}_${seq}`;

/** What a receiver is told of an event. */
export const messageOf = (
  vendor: string,
  number: string,
  { seq, ticketId, kind, at, actor, params }: LoggedEvent,
): WebhookMessage => ({
  type: `ticket.${kind}` as WebhookType,
  timestamp: at.toISOString(),
  data: { vendor, seq, ticket: ticketId ?? '', number, actor, params },
});

/**
 * Headers by which a receiver knows that a message is ours, whole and of this minute: one signature for
 * every secret that is good.
 *
 * @see the Standard Webhooks specification
 */
export function signedHeaders(
  secrets: readonly string[],
  messageId: string,
  at: Date,
  body: string,
): Record<string, string> {
  return {
    'content-type': 'application/json',
    'user-agent': 'Reglament-Webhooks',
    'webhook-id': messageId,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': secrets
      .map((secret) => new Webhook(secret).sign(messageId, at, body))
      .join(' '),
  };
}
