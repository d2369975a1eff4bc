import type { TicketName } from '#shared/wire/ticket-name.ts';
import type { Database } from '#server/db/connect.ts';
import { ticketNumbers } from '#server/features/merging/ticket-numbers.ts';
import type { PolicyRegistry } from '#server/features/policies/policy-registry.ts';
import type { TicketRow } from '#server/features/tickets/tickets.table.ts';

/** The ticket that a merged one goes on in; undefined for any other. */
export async function whereItGoesOn(
  { db, policies }: { readonly db: Database; readonly policies: PolicyRegistry },
  { tenantId, life: { mergedInto } }: Pick<TicketRow, 'tenantId' | 'life'>,
): Promise<TicketName | undefined> {
  if (mergedInto === null) return undefined;
  const number = (await ticketNumbers(db, policies, tenantId, [mergedInto])).get(mergedInto);
  return number === undefined ? undefined : { id: mergedInto, number };
}
