import { and, asc, desc, eq } from 'drizzle-orm';
import { isAmong } from '#server/db/bulk.ts';
import type { Database } from '#server/db/connect.ts';
import type { ContractRecord } from '#server/features/organisations/contract-record.ts';
import {
  contractContacts,
  contractDomains,
  contractPortals,
  contracts,
  ofItsOrganisation,
  organisations,
} from '#server/features/organisations/organisations.table.ts';

/** Which contracts are meant; all of the vendor where nothing is said. */
export interface ContractsMeant {
  readonly numbers?: readonly string[];
  /** Id of their organisation. */
  readonly organisation?: string;
}

/** Contracts with everything they name, the newest first. */
export async function readContracts(
  db: Database,
  tenantId: string,
  { numbers, organisation }: ContractsMeant,
): Promise<ContractRecord[]> {
  const rows = await db
    .select({ contract: contracts, name: organisations.name })
    .from(contracts)
    .innerJoin(organisations, ofItsOrganisation)
    .where(
      and(
        eq(contracts.tenantId, tenantId),
        numbers && isAmong(contracts.number, numbers),
        organisation === undefined ? undefined : eq(contracts.organisationId, organisation),
      ),
    )
    .orderBy(desc(contracts.validFrom), asc(contracts.number));
  const parts = await partsOf(
    db,
    tenantId,
    rows.map(({ contract }) => contract.number),
  );
  return rows.map(({ contract: { tenantId: _tenant, organisationId, ...contract }, name }) => ({
    ...contract,
    organisation: { id: organisationId, name },
    domains: parts.domains.get(contract.number) ?? [],
    contacts: parts.contacts.get(contract.number) ?? [],
    portals: parts.portals.get(contract.number) ?? [],
  }));
}

async function partsOf(db: Database, tenantId: string, numbers: readonly string[]) {
  const of = (table: typeof contractDomains | typeof contractContacts | typeof contractPortals) =>
    and(eq(table.tenantId, tenantId), isAmong(table.contractNumber, numbers));
  const domains = await db
    .select()
    .from(contractDomains)
    .where(of(contractDomains))
    .orderBy(contractDomains.domain);
  const contacts = await db
    .select()
    .from(contractContacts)
    .where(of(contractContacts))
    .orderBy(contractContacts.place);
  const portals = await db
    .select()
    .from(contractPortals)
    .where(of(contractPortals))
    .orderBy(contractPortals.url);
  return {
    domains: byContract(domains, ({ domain }) => domain),
    contacts: byContract(
      contacts,
      ({ tenantId: _t, contractNumber: _n, place: _p, ...contact }) => contact,
    ),
    portals: byContract(portals, ({ tenantId: _t, contractNumber: _n, ...portal }) => portal),
  };
}

function byContract<Row extends { readonly contractNumber: string }, Part>(
  rows: readonly Row[],
  part: (row: Row) => Part,
): ReadonlyMap<string, Part[]> {
  const parts = new Map<string, Part[]>();
  for (const row of rows) {
    parts.set(row.contractNumber, [...(parts.get(row.contractNumber) ?? []), part(row)]);
  }
  return parts;
}
