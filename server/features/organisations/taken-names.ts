import { and, eq, gte, isNull, not, or } from 'drizzle-orm';
import { isAmong } from '#server/db/bulk.ts';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { Problem } from '#shared/wire/problem.ts';
import type { Database } from '#server/db/connect.ts';
import type { ContractTerms } from '#server/features/organisations/contract-record.ts';
import {
  contractContacts,
  contractDomains,
  contracts,
} from '#server/features/organisations/organisations.table.ts';

/** Says whether a domain or login of a contract is another organisation's, and remembers those that are not. */
export type TakenNames = (organisationId: string, draft: ContractTerms) => Problem | undefined;

/**
 * Mail domains and Telegram logins tell an organisation, so each is of one alone. Contracts that are
 * over keep none.
 *
 * @param drafts what they are about to say takes the place of what they say on record
 * @param day of the vendor, `YYYY-MM-DD`
 */
export async function takenNames(
  tx: Database,
  tenantId: string,
  drafts: readonly ContractTerms[],
  day: string,
): Promise<TakenNames> {
  const numbers = drafts.map(({ number }) => number);
  const owners = async (
    table: typeof contractDomains | typeof contractContacts,
    name: AnyPgColumn,
    names: readonly string[],
  ) => {
    const rows = await tx
      .select({ name, organisation: contracts.organisationId })
      .from(table)
      .innerJoin(
        contracts,
        and(eq(contracts.tenantId, table.tenantId), eq(contracts.number, table.contractNumber)),
      )
      .where(
        and(
          eq(table.tenantId, tenantId),
          isAmong(name, names),
          not(isAmong(table.contractNumber, numbers)),
          or(isNull(contracts.validUntil), gte(contracts.validUntil, day)),
        ),
      );
    return new Map(rows.map((row) => [String(row.name), row.organisation]));
  };
  const domains = await owners(contractDomains, contractDomains.domain, drafts.flatMap(domainsOf));
  const logins = await owners(
    contractContacts,
    contractContacts.telegramLogin,
    drafts.flatMap(loginsOf),
  );
  return (organisationId, draft) => {
    const domain = domainsOf(draft).findIndex((name) => isOfAnother(domains, name, organisationId));
    if (domain >= 0) return { code: 'contract.domain_taken', fields: [`domains.${domain}`] };
    const person = draft.contacts.findIndex(
      ({ telegramLogin: login }) => login !== null && isOfAnother(logins, login, organisationId),
    );
    if (person >= 0) {
      return { code: 'contract.login_taken', fields: [`contacts.${person}.telegramLogin`] };
    }
    for (const name of domainsOf(draft)) domains.set(name, organisationId);
    for (const name of loginsOf(draft)) logins.set(name, organisationId);
    return undefined;
  };
}

const domainsOf = ({ domains }: ContractTerms): readonly string[] => domains;

const loginsOf = ({ contacts }: ContractTerms): string[] =>
  contacts.flatMap(({ telegramLogin }) => telegramLogin ?? []);

const isOfAnother = (
  owners: ReadonlyMap<string, string>,
  name: string,
  organisationId: string,
): boolean => (owners.get(name) ?? organisationId) !== organisationId;
