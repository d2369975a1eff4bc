import { and, eq } from 'drizzle-orm';
import type { Database } from '#server/db/connect.ts';
import { contractContacts } from '#server/features/organisations/organisations.table.ts';

/** Whether a contract lists a person of this address. */
export async function isListedContact(
  db: Database,
  tenantId: string,
  contractNumber: string,
  email: string,
): Promise<boolean> {
  const listed = await db.$count(
    contractContacts,
    and(
      eq(contractContacts.tenantId, tenantId),
      eq(contractContacts.contractNumber, contractNumber),
      eq(contractContacts.email, email.toLowerCase()),
    ),
  );
  return listed > 0;
}
