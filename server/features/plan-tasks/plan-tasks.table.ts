import { sql } from 'drizzle-orm';
import { date, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from '#server/db/instant.ts';

/** Tasks that plans hold for every month, one row an organisation, item and month. */
export const planTasks = pgTable(
  'plan_tasks',
  {
    tenantId: text('tenant_id').notNull(),
    organisationId: text('organisation_id').notNull(),
    /** An id of the pack. */
    item: text('item').notNull(),
    /** First day of the month, in the vendor's zone. */
    month: date('month').notNull(),
    dueAt: instant('due_at').notNull(),
    doneAt: instant('done_at'),
    doneBy: text('done_by'),
    ticketId: text('ticket_id'),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.organisationId, table.item, table.month] }),
    // desk: what is left to do, the first due first, page after page
    index('plan_tasks_left')
      .on(table.tenantId, table.dueAt, table.organisationId, table.item, table.month)
      .where(sql`done_at is null`),
    // desk: what was done, the last first, page after page
    index('plan_tasks_finished')
      .on(
        table.tenantId,
        table.doneAt.desc(),
        table.organisationId.desc(),
        table.item.desc(),
        table.month.desc(),
      )
      .where(sql`done_at is not null`),
  ],
);
export type PlanTaskRow = typeof planTasks.$inferSelect;
