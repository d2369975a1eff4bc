import { index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from '#server/db/instant.ts';

/** Who answers for what cannot wait, and when. */
export const onCallShifts = pgTable(
  'on_call_shifts',
  {
    tenantId: text('tenant_id').notNull(),
    id: text('id').notNull(),
    agentId: text('agent_id').notNull(),
    startsAt: instant('starts_at').notNull(),
    /** The first instant that is no longer part of it. */
    endsAt: instant('ends_at').notNull(),
    /** 1 is called first. */
    rank: integer('rank').notNull(),
    plannedBy: text('planned_by').notNull(),
    plannedAt: instant('planned_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    // shifts that have not ended yet, the next end first
    index('on_call_shifts_ending').on(table.tenantId, table.endsAt),
  ],
);
