import { and, eq } from 'drizzle-orm';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { ErasedReceipt } from '#shared/wire/personal-data.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { inTransaction } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import { eraseContent } from '#server/features/erasure/erase-content.ts';
import { erasePerson, type PersonPlace } from '#server/features/erasure/erase-person.ts';
import { findRequester } from '#server/features/requesters/requesters.repository.ts';
import { tickets } from '#server/features/tickets/tickets.table.ts';

/**
 * Takes away everything that a person wrote, ticket by ticket, and who they are. Interrupted, it goes on
 * where it is called again.
 *
 * Fails with `requester.not_found`.
 */
export async function eraseAllOf(
  deps: Pick<Deps, 'db' | 'files' | 'policies' | 'now'>,
  whose: PersonPlace,
): Promise<Result<ErasedReceipt, Problem>> {
  const { tenantId, requesterId } = whose;
  if (!(await findRequester(deps.db, tenantId, requesterId))) {
    return fail({ code: 'requester.not_found' });
  }
  const found = await deps.db
    .select({ id: tickets.id })
    .from(tickets)
    .where(and(eq(tickets.tenantId, tenantId), eq(tickets.requesterId, requesterId)));
  const erased = { tickets: found.length, messages: 0, files: 0 };
  for (const { id } of found) {
    const done = await eraseContent(deps, { tenantId, ticketId: id });
    if (!done.ok) return done;
    erased.messages += done.value.messages;
    erased.files += done.value.files;
  }
  const at = new Date(deps.now());
  await inTransaction(deps.db, (tx) => erasePerson(tx, deps, whose, '', at));
  return succeed(erased);
}
