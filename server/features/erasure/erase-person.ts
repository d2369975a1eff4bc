import type { Transaction } from '#server/db/connect.ts';
import type { Deps } from '#server/deps.ts';
import { eraseDeliveries } from '#server/features/announcements/erase-deliveries.ts';
import { eraseUnsent } from '#server/features/attachments/erase-attachments.ts';
import { lockContacts } from '#server/features/contacts/contacts-lock.ts';
import { contactDigest } from '#server/features/contacts/contacts.repository.ts';
import { eraseInteractions } from '#server/features/interactions/erase-interactions.ts';
import { eraseLettersOfPerson } from '#server/features/outbox/erase-letters.ts';
import { forgetPersonAtHome } from '#server/features/portals/portal-people.repository.ts';
import { eraseRequester } from '#server/features/requesters/erase-requester.ts';
import { eraseComments } from '#server/features/surveys/erase-comments.ts';
import { eraseWaveContacts } from '#server/features/surveys/erase-wave-contacts.ts';

/** A person who asks, at one vendor. */
export interface PersonPlace {
  readonly tenantId: string;
  readonly requesterId: string;
}

/**
 * Takes away who somebody is and what they said beside tickets, unless another ticket of theirs still
 * holds words.
 *
 * @param erasedTicketId the ticket that holds none from now on
 */
export async function erasePerson(
  tx: Transaction,
  { files }: Pick<Deps, 'files'>,
  { tenantId, requesterId }: PersonPlace,
  erasedTicketId: string,
  at: Date,
): Promise<void> {
  await lockContacts(tx, tenantId);
  const person = await eraseRequester(tx, tenantId, requesterId, erasedTicketId);
  if (!person) return;
  const digest = person.email === null ? null : contactDigest(person.email);
  await eraseDeliveries(tx, tenantId, requesterId, digest);
  await eraseWaveContacts(tx, tenantId, requesterId, digest);
  await eraseLettersOfPerson(tx, { tenantId, requesterId, email: person.email });
  await eraseComments(tx, tenantId, { requesterId }, at);
  await eraseInteractions(tx, tenantId, { requesterId });
  await forgetPersonAtHome(tx, tenantId, requesterId);
  await eraseUnsent(tx, files, tenantId, requesterId);
}
