import { and, eq, isNull, or, sql, type SQL } from 'drizzle-orm';
import { outbox } from '#server/features/outbox/outbox.table.ts';
import { requesters } from '#server/features/requesters/requesters.table.ts';

/** Whose letters are meant. */
export interface LettersOf {
  readonly tenantId: string;
  readonly requesterId: string;
  /** Their address now; null where none is known. */
  readonly email: string | null;
}

/**
 * Letters to one person that tell of no ticket, whatever their address was then. Those of nobody known
 * count as theirs by the address, unless another requester has the same mailbox.
 */
export function lettersOfPerson({ tenantId, requesterId, email }: LettersOf): SQL | undefined {
  const beside = and(eq(outbox.tenantId, tenantId), isNull(outbox.ticketId));
  const own = eq(outbox.requesterId, requesterId);
  if (email === null) return and(beside, own);
  const mailbox = sql`lower(trim(${email}::text))`;
  const nobodyElse = sql`not exists (select from ${requesters} where ${requesters.tenantId} = ${tenantId}
    and ${requesters.id} <> ${requesterId} and lower(trim(${requesters.email})) = ${mailbox})`;
  const unowned = and(
    isNull(outbox.requesterId),
    sql`lower(trim(${outbox.recipient})) = ${mailbox}`,
    nobodyElse,
  );
  return and(beside, or(own, unowned));
}
