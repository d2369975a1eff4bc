import { foreignKey, index, integer, json, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { knownProblemStates, type KnownProblemTexts } from '#shared/wire/known-problems.ts';
import { instant } from '#server/db/instant.ts';
import { articles } from '#server/features/articles/articles.table.ts';
import { tickets } from '#server/features/tickets/tickets.table.ts';

/** Errors of a vendor's products that are known, with ways round them. */
export const knownProblems = pgTable(
  'known_problems',
  {
    tenantId: text('tenant_id').notNull(),
    id: text('id').notNull(),
    product: text('product').notNull(),
    /** The first version that has it; null: all have. */
    affectedFrom: text('affected_from'),
    /** The first version that has it no more; null: none yet. */
    fixedIn: text('fixed_in'),
    state: text('state', { enum: knownProblemStates }).notNull(),
    texts: json('texts').$type<KnownProblemTexts>().notNull(),
    articleId: text('article_id'),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    /** Counts its changes, from 1. */
    version: integer('version').notNull().default(1),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    // what a version ends
    index('known_problems_fixed_in').on(table.tenantId, table.fixedIn),
    foreignKey({
      columns: [table.tenantId, table.articleId],
      foreignColumns: [articles.tenantId, articles.id],
    }),
  ],
);
export type KnownProblemRow = typeof knownProblems.$inferSelect;

/** Tickets that were found to be about a known problem. */
export const problemTickets = pgTable(
  'problem_tickets',
  {
    tenantId: text('tenant_id').notNull(),
    problemId: text('problem_id').notNull(),
    ticketId: text('ticket_id').notNull(),
    linkedAt: instant('linked_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.problemId, table.ticketId] }),
    // known problems of one ticket
    index('problem_tickets_of_ticket').on(table.tenantId, table.ticketId),
    foreignKey({
      columns: [table.tenantId, table.problemId],
      foreignColumns: [knownProblems.tenantId, knownProblems.id],
    }),
    foreignKey({
      columns: [table.tenantId, table.ticketId],
      foreignColumns: [tickets.tenantId, tickets.id],
    }),
  ],
);
