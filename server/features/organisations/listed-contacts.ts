import { and, eq } from 'drizzle-orm';
import type { Database } from '#server/db/connect.ts';
import { contractContacts } from '#server/features/organisations/organisations.table.ts';

/** Whether a contract lists a person of this address. */
export const isListedContact = async (
  db: Database,
  tenantId: string,
  contractNumber: string,
  email: string,
): Promise<boolean> => (await db.$count(contractContacts, at(tenantId, contractNumber, email))) > 0;

/** How many persons a contract lists. */
export const countListedContacts = (
  db: Database,
  tenantId: string,
  contractNumber: string,
): Promise<number> =>
  db.$count(
    contractContacts,
    and(
      eq(contractContacts.tenantId, tenantId),
      eq(contractContacts.contractNumber, contractNumber),
    ),
  );

/** Whether a contract names somebody of this address as a responsible person. */
export const isResponsibleContact = async (
  db: Database,
  tenantId: string,
  contractNumber: string,
  email: string,
): Promise<boolean> =>
  (await db.$count(
    contractContacts,
    and(at(tenantId, contractNumber, email), contractContacts.responsible),
  )) > 0;

const at = (tenantId: string, contractNumber: string, email: string) =>
  and(
    eq(contractContacts.tenantId, tenantId),
    eq(contractContacts.contractNumber, contractNumber),
    eq(contractContacts.email, email.toLowerCase()),
  );
