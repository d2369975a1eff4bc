import { integer, json, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { severities } from '#shared/vocabulary.ts';
import type { AdvisoryTexts } from '#shared/wire/advisories.ts';
import { instant } from '#server/db/instant.ts';

/** Vulnerabilities of a vendor's products. One that is published is an announcement of the same id. */
export const advisories = pgTable(
  'advisories',
  {
    tenantId: text('tenant_id').notNull(),
    id: text('id').notNull(),
    product: text('product').notNull(),
    severity: text('severity', { enum: severities }).notNull(),
    /** The first version that has it; null: all have. */
    affectedFrom: text('affected_from'),
    /** The first version that has it no more; null: none yet. */
    fixedIn: text('fixed_in'),
    texts: json('texts').$type<AdvisoryTexts>().notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    /** Few may read it before. */
    publishedAt: instant('published_at'),
    /** Counts its changes, from 1. */
    version: integer('version').notNull().default(1),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
);
export type AdvisoryRow = typeof advisories.$inferSelect;
