import { z } from 'zod';
import { deliveryStates, webhookTypes } from '#shared/webhook-types.ts';

const instant = z.iso.datetime();
const types = z
  .array(z.enum(webhookTypes))
  .min(1)
  .max(webhookTypes.length)
  .refine((list) => new Set(list).size === list.length)
  .meta({ example: ['ticket.opened', 'ticket.resolved'] });

/** A receiver to tell of what happens to tickets. */
export const webhookBody = z.strictObject({
  url: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .meta({ example: 'https://crm.example.org/hooks/support' }),
  types,
});
export type WebhookBody = z.infer<typeof webhookBody>;

/** The secret is said once, as Standard Webhooks write it. */
export const webhookSecret = z.object({
  id: z.string(),
  secret: z.string().meta({ example: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' }),
});
export type WebhookSecret = z.infer<typeof webhookSecret>;

/** How long the secret before stays good beside the new one. */
export const rotateBody = z.strictObject({ graceHours: z.int().min(0).max(168).default(24) });

const webhookView = z.object({
  id: z.string(),
  ...webhookBody.shape,
  createdBy: z.string().meta({ description: 'Name of who added it.' }),
  createdAt: instant,
  /** Told nothing more from then on. */
  stoppedAt: instant.nullable(),
  /** What waits to be told, and what was given up. */
  waiting: z.int(),
  dead: z.int(),
});

export type WebhookView = z.infer<typeof webhookView>;

/** A page of a vendor's receivers, the newest first. */
export const webhookList = z.object({ rows: z.array(webhookView), next: z.string().nullable() });
export type WebhookList = z.infer<typeof webhookList>;

const deliveryView = z.object({
  /** Place of the event in the vendor's log. */
  seq: z.int(),
  /** `webhook-id`: the same each time the event is told to this receiver. */
  messageId: z.string(),
  type: z.enum(webhookTypes),
  ticket: z.string(),
  state: z.enum(deliveryStates),
  attempts: z.int(),
  /** When it is tried next; null where it is not. */
  tryAt: instant.nullable(),
  deliveredAt: instant.nullable(),
  lastError: z.string().nullable().meta({ example: 'http_503' }),
});

export type DeliveryView = z.infer<typeof deliveryView>;

/** A page of what one receiver was told, the newest event first. */
export const deliveryList = z.object({ rows: z.array(deliveryView), next: z.string().nullable() });
export type DeliveryList = z.infer<typeof deliveryList>;

/** What a receiver gets: who, what and when by ids and enums, nobody's words. */
export const webhookMessage = z.object({
  type: z.enum(webhookTypes),
  timestamp: instant,
  data: z.object({
    vendor: z.string(),
    seq: z.int(),
    ticket: z.string(),
    number: z.string(),
    actor: z.object({
      kind: z.string(),
      id: z.string().nullable(),
      /** The key by which a program did it in an agent's name. */
      via: z.string().optional(),
    }),
    params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  }),
});
export type WebhookMessage = z.infer<typeof webhookMessage>;
