import { and, eq } from 'drizzle-orm';
import { insertRows, isAmong } from '#server/db/bulk.ts';
import type { Database } from '#server/db/connect.ts';
import type {
  ContractRecord,
  ContractTerms,
} from '#server/features/organisations/contract-record.ts';
import {
  contractContacts,
  contractDomains,
  contractPortals,
  contracts,
} from '#server/features/organisations/organisations.table.ts';

/** A contract as it shall be, and as it was; undefined for one that is new. */
export interface ContractChange {
  readonly organisation: ContractRecord['organisation'];
  readonly terms: ContractTerms;
  readonly before: ContractRecord | undefined;
}

/** The record that a change makes. A login that stays in a contract keeps the account it was bound to. */
export function changedContract({ organisation, terms, before }: ContractChange): ContractRecord {
  const bindingOf = (login: string | null) =>
    before?.contacts.find(({ telegramLogin }) => login !== null && telegramLogin === login);
  return {
    ...terms,
    organisation,
    contacts: terms.contacts.map((contact) => {
      const bound = bindingOf(contact.telegramLogin);
      return {
        ...contact,
        telegramAccountId: bound?.telegramAccountId ?? null,
        telegramBoundAt: bound?.telegramBoundAt ?? null,
      };
    }),
    version: (before?.version ?? 0) + 1,
  };
}

/** Stores contracts with all they name in the place of what was there, by one statement a table. */
export async function writeContracts(
  tx: Database,
  tenantId: string,
  records: readonly ContractRecord[],
): Promise<void> {
  if (records.length === 0) return;
  const numbers = records.map(({ number }) => number);
  const rows = records.map(
    ({ organisation, domains: _domains, contacts: _contacts, portals: _portals, ...terms }) => ({
      ...terms,
      tenantId,
      organisationId: organisation.id,
    }),
  );
  await insertRows(tx, contracts, rows, [contracts.tenantId, contracts.number]);
  for (const table of [contractDomains, contractContacts, contractPortals]) {
    await tx
      .delete(table)
      .where(and(eq(table.tenantId, tenantId), isAmong(table.contractNumber, numbers)));
  }
  const each = <Part>(part: (record: ContractRecord) => readonly Part[]) =>
    records.flatMap((record) =>
      part(record).map((one) => ({ ...one, tenantId, contractNumber: record.number })),
    );
  const domains = each(({ domains: names }) => names.map((domain) => ({ domain })));
  const contacts = each((record) => record.contacts.map((one, place) => ({ ...one, place })));
  const portals = each((record) => record.portals);
  await insertRows(tx, contractDomains, domains);
  await insertRows(tx, contractContacts, contacts);
  await insertRows(tx, contractPortals, portals);
}
