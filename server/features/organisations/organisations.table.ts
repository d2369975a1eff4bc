import { and, eq } from 'drizzle-orm';
import {
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { instant } from '#server/db/instant.ts';
import type { Duration } from '#shared/wire/decision.ts';
import { portalKinds, type SeverityTerms } from '#shared/wire/organisation.ts';

/** A vendor's customers. */
export const organisations = pgTable(
  'organisations',
  {
    tenantId: text('tenant_id').notNull(),
    id: text('id').notNull(),
    name: text('name').notNull(),
    /** By the names of the pack's channels and offices; null where nobody knows. */
    region: text('region'),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    // the contract of an identity that names its organisation alone; the desk's list by name
    uniqueIndex('organisations_by_name').on(table.tenantId, table.name),
  ],
);
export type OrganisationRow = typeof organisations.$inferSelect;

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
    /** Day of the contract itself, whose day of the month its months of hours begin on. */
    signedOn: date('signed_on'),
    /** Term of the first response where the regulation leaves it to the contract. */
    firstResponse: jsonb('first_response').$type<Duration>(),
    /** Terms of single severities, in the place of the one above. */
    firstResponseBySeverity: jsonb('first_response_by_severity').$type<SeverityTerms>(),
    /** Where the number of a request goes besides its sender. */
    email: text('email'),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.number] }),
    // contracts of one organisation, the newest first
    index('contracts_of_organisation').on(table.tenantId, table.organisationId),
  ],
);

/** Joins contracts to the organisation that has them. */
export const ofItsOrganisation = and(
  eq(organisations.tenantId, contracts.tenantId),
  eq(organisations.id, contracts.organisationId),
);

/** Exact mail domains that a contract names, ASCII and lower case; a subdomain is another one. */
export const contractDomains = pgTable(
  'contract_domains',
  {
    tenantId: text('tenant_id').notNull(),
    contractNumber: text('contract_number').notNull(),
    domain: text('domain').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.contractNumber, table.domain] }),
    // whose mail it is
    index('contract_domains_by_domain').on(table.tenantId, table.domain),
  ],
);

/** Persons that a contract lists, in its order. */
export const contractContacts = pgTable(
  'contract_contacts',
  {
    tenantId: text('tenant_id').notNull(),
    contractNumber: text('contract_number').notNull(),
    /** From 0. */
    place: smallint('place').notNull(),
    name: text('name').notNull(),
    /** Lower case. */
    email: text('email'),
    phone: text('phone'),
    role: text('role'),
    /** Named by the contract as a responsible person. */
    responsible: boolean('responsible').notNull(),
    /** Without @, lower case. */
    telegramLogin: text('telegram_login'),
    /** Number of the account that first wrote with the login; stays when the login changes. */
    telegramAccountId: text('telegram_account_id'),
    telegramBoundAt: instant('telegram_bound_at'),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.contractNumber, table.place] }),
    // whether an address is that of a listed person
    index('contract_contacts_by_email').on(table.tenantId, table.email),
    // first contact of a registered login
    index('contract_contacts_by_login').on(table.tenantId, table.telegramLogin),
    // every later contact
    index('contract_contacts_by_account').on(table.tenantId, table.telegramAccountId),
  ],
);

/** Portals that a contract covers. */
export const contractPortals = pgTable(
  'contract_portals',
  {
    tenantId: text('tenant_id').notNull(),
    contractNumber: text('contract_number').notNull(),
    /** Origin: `https://portal.example`. */
    url: text('url').notNull(),
    kind: text('kind', { enum: portalKinds }).notNull(),
    edition: text('edition'),
    version: text('version'),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.contractNumber, table.url] }),
    // whose portal it is
    index('contract_portals_by_url').on(table.tenantId, table.url),
  ],
);
