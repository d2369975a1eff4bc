import { date, index, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { Duration } from '#shared/wire/decision.ts';

/** A vendor's customers. */
export const organisations = pgTable(
  'organisations',
  {
    tenantId: text('tenant_id').notNull(),
    id: text('id').notNull(),
    name: text('name').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    // the contract of an identity that names its organisation alone
    index('organisations_name').on(table.tenantId, table.name),
  ],
);

/** What an organisation has agreed with the vendor: contract, agreement, paid plan or offer. */
export const contracts = pgTable(
  'contracts',
  {
    tenantId: text('tenant_id').notNull(),
    number: text('number').notNull(),
    organisationId: text('organisation_id').notNull(),
    plan: text('plan'),
    level: text('level'),
    /** Local dates in the vendor's zone; valid through the end of the last one. */
    validFrom: date('valid_from').notNull(),
    validUntil: date('valid_until'),
    /** Term of the first response where the regulation leaves it to the contract. */
    firstResponse: jsonb('first_response').$type<Duration>(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.number] }),
    // contracts of one organisation, the newest first
    index('contracts_of_organisation').on(table.tenantId, table.organisationId),
  ],
);
