import { sql } from 'drizzle-orm';
import { bigint, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { deliveryStates, webhookTypes } from '#shared/webhook-types.ts';
import { instant } from '#server/db/instant.ts';

/** Receivers that are told what happens to tickets. */
export const webhooks = pgTable(
  'webhooks',
  {
    tenantId: text('tenant_id').notNull(),
    id: text('id').notNull(),
    url: text('url').notNull(),
    types: text('types', { enum: webhookTypes as [string, ...string[]] })
      .array()
      .notNull(),
    /** Events up to this place of the log have been looked at. */
    seq: bigint('seq', { mode: 'number' }).notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    stoppedAt: instant('stopped_at'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
);
export type WebhookRow = typeof webhooks.$inferSelect;

/** What a receiver knows our messages by; sealed. Several are good at a time while one takes over. */
export const webhookSecrets = pgTable(
  'webhook_secrets',
  {
    tenantId: text('tenant_id').notNull(),
    webhookId: text('webhook_id').notNull(),
    id: text('id').notNull(),
    sealed: text('sealed').notNull(),
    /** Good before; null for the one that holds. */
    until: instant('until'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.webhookId, table.id] })],
);

/** One event for one receiver: what is said is made from the log each time. */
export const webhookDeliveries = pgTable(
  'webhook_deliveries',
  {
    tenantId: text('tenant_id').notNull(),
    webhookId: text('webhook_id').notNull(),
    /** Place of the event in the tenant's log. */
    seq: bigint('seq', { mode: 'number' }).notNull(),
    state: text('state', { enum: deliveryStates }).notNull(),
    attempts: integer('attempts').notNull().default(0),
    /** Not to be tried before: a server has it to itself, or an attempt failed. */
    tryAt: instant('try_at').notNull(),
    deliveredAt: instant('delivered_at'),
    /** A code, never a sentence. */
    lastError: text('last_error'),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.webhookId, table.seq] }),
    // worker: what one receiver is to be told next; how much it waits for
    index('webhook_deliveries_due')
      .on(table.tenantId, table.webhookId, table.tryAt, table.seq)
      .where(sql`state = 'waiting'`),
    // worker: what was over long ago, to be forgotten
    index('webhook_deliveries_old').on(table.tenantId, table.tryAt),
    // how much was given up
    index('webhook_deliveries_dead')
      .on(table.tenantId, table.webhookId)
      .where(sql`state = 'dead'`),
  ],
);
export type DeliveryRow = typeof webhookDeliveries.$inferSelect;
