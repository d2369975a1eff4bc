import type { Database } from '#server/db/connect.ts';
import { modmeContacts } from '#server/demo/people/modme.ts';
import { addMissingContact } from '#server/features/organisations/add-missing-contact.ts';

/** Names the demo's responsible persons in its contracts. Running it again changes nothing. */
export async function seedDemoContacts(db: Database): Promise<void> {
  for (const { vendor: tenantId, number, name, email } of modmeContacts)
    await addMissingContact(db, { tenantId, number }, { name, email });
}
