import { z } from 'zod';
import { severities } from '#shared/vocabulary.ts';
import { duration } from '#shared/wire/decision.ts';
import { problemCodes } from '#shared/wire/problem.ts';
import { meantDay } from '#shared/wire/meant.ts';

/** Where a customer's product lives: in the maker's cloud, on an own server, or as a site. */
export const portalKinds = ['cloud', 'box', 'cms'] as const;

const longestList = 200;
const text = (most: number) => z.string().trim().min(1).max(most);
const textOrNull = (most: number) => text(most).nullable().default(null);
const day = meantDay.meta({ description: "A day of the vendor's zone.", example: '2026-12-01' });
const term = duration.strict();

/** Terms of the first response by severity; one that is left out has the term of the contract. */
export const severityTerms = z.partialRecord(z.enum(severities), term);
export type SeverityTerms = z.infer<typeof severityTerms>;

const email = z
  .email()
  .max(254)
  .transform((address) => address.toLowerCase());

const telegramLogin = z
  .string()
  .trim()
  .regex(/^@?[A-Za-z][A-Za-z0-9_]{3,31}$/)
  .transform((login) => login.replace('@', '').toLowerCase());

/** A person that a contract lists. */
export const contractContact = z.strictObject({
  name: text(200),
  email: email.nullable().default(null),
  phone: textOrNull(40),
  role: textOrNull(200),
  responsible: z.boolean().default(false).meta({ description: 'Named as a responsible person.' }),
  telegramLogin: telegramLogin.nullable().default(null),
});
export type ContractContact = z.infer<typeof contractContact>;

/** A portal that a contract covers, by its origin. */
export const contractPortal = z.strictObject({
  url: z.url({ protocol: /^https?$/ }).max(300),
  kind: z.enum(portalKinds),
  edition: textOrNull(100),
  version: textOrNull(100),
});
export type ContractPortal = z.infer<typeof contractPortal>;

/** A domain as people write it. */
const domain = z
  .string()
  .trim()
  .max(253)
  .regex(
    /^[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?)+$/u,
  );

/** Everything a contract says; saving it again with the same number changes it to this. */
export const contractBody = z.strictObject({
  number: text(100),
  /** Id of the organisation. */
  organisation: text(64),
  plan: textOrNull(100),
  level: textOrNull(100),
  validFrom: day,
  validUntil: day.nullable().default(null),
  signedOn: day.nullable().default(null),
  firstResponse: term.nullable().default(null),
  firstResponseBySeverity: severityTerms.nullable().default(null),
  email: email.nullable().default(null),
  domains: z.array(domain).max(longestList).default([]),
  contacts: z.array(contractContact).max(longestList).default([]),
  portals: z.array(contractPortal).max(longestList).default([]),
});
export type ContractBody = z.infer<typeof contractBody>;

/** What a contract lacks that its regulation leaves to it or needs of it; nothing is refused by it. */
const contractGap = z.object({
  code: z.enum(['contract_without_term', 'contract_without_email']),
  clause: z.string(),
});

/** A contract as it is on record. */
export const contractView = z.object({
  number: z.string(),
  organisation: z.object({ id: z.string(), name: z.string() }),
  plan: z.string().nullable(),
  level: z.string().nullable(),
  validFrom: z.string(),
  validUntil: z.string().nullable(),
  signedOn: z.string().nullable(),
  firstResponse: duration.nullable(),
  firstResponseBySeverity: z.partialRecord(z.enum(severities), duration).nullable(),
  email: z.string().nullable(),
  domains: z.array(z.string()),
  contacts: z.array(
    z.object({
      name: z.string(),
      email: z.string().nullable(),
      phone: z.string().nullable(),
      role: z.string().nullable(),
      responsible: z.boolean(),
      telegramLogin: z.string().nullable(),
      /** When an account was bound to the login; null until its first contact. */
      telegramBoundAt: z.iso.datetime().nullable(),
    }),
  ),
  portals: z.array(
    z.object({
      url: z.string(),
      kind: z.enum(portalKinds),
      edition: z.string().nullable(),
      version: z.string().nullable(),
    }),
  ),
  gaps: z.array(contractGap),
  /** Raised by every change; sent back as `If-Match`. */
  version: z.int(),
});
export type ContractView = z.infer<typeof contractView>;

/** Name and region of an organisation, to be recorded. */
export const organisationBody = z.strictObject({ name: text(200), region: textOrNull(64) });

/** An organisation in the list, with how many contracts it has. */
const organisationRow = z.object({
  id: z.string(),
  name: z.string(),
  region: z.string().nullable(),
  contracts: z.int(),
});

/** A page of organisations by name; `next` begins the page after it. */
export const organisationList = z.object({
  organisations: z.array(organisationRow),
  next: z.string().nullable(),
});
export type OrganisationList = z.infer<typeof organisationList>;

/** An organisation with its contracts, the newest first. */
export const organisationView = z.object({
  id: z.string(),
  name: z.string(),
  region: z.string().nullable(),
  contracts: z.array(contractView),
  version: z.int(),
});
export type OrganisationView = z.infer<typeof organisationView>;

/** Contracts that lack something, by number. */
export const incompleteContracts = z.object({
  contracts: z.array(
    z.object({ number: z.string(), organisation: z.string(), gaps: z.array(contractGap) }),
  ),
  next: z.string().nullable(),
});
export type IncompleteContracts = z.infer<typeof incompleteContracts>;

/** A day to end a contract with: its last valid one. */
export const endContractBody = z.strictObject({ number: text(100), on: day });

/** A CSV file of organisations, contracts and contacts, as text. */
export const importBody = z.strictObject({ csv: z.string().max(1_000_000) });

/** What an import does to each contract, or would do. */
export const importReport = z.object({
  applied: z.boolean(),
  contracts: z.array(
    z.object({
      number: z.string(),
      organisation: z.string(),
      does: z.enum(['add', 'change', 'leave']),
      gaps: z.array(contractGap),
    }),
  ),
  /** What is wrong, by line of the file from 1, and column where one is meant. */
  errors: z.array(
    z.object({
      line: z.int(),
      column: z.string().nullable(),
      code: z.enum(problemCodes),
    }),
  ),
});
export type ImportReport = z.infer<typeof importReport>;
