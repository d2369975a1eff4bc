import type { LogReceipt } from '#shared/wire/ticket.ts';
import type { Deps } from '#server/deps.ts';
import { findOpening } from '#server/features/event-log/event-log.repository.ts';

/** The opening of a ticket, as it stands in the log. */
export interface LoggedOpening {
  readonly tenantId: string;
  readonly ticketId: string;
  /** ISO 8601. */
  readonly at: string;
  readonly seq: number;
  /** Hexadecimal. */
  readonly hash: string;
}

/** What a requester can hold against a later statement: the vendor has signed what its log was. */
export async function signReceipt(
  { signAsVendor }: Pick<Deps, 'signAsVendor'>,
  { tenantId: vendor, ticketId: ticket, at, seq, hash }: LoggedOpening,
): Promise<LogReceipt> {
  const told = JSON.stringify({ vendor, ticket, at, seq, hash });
  return { seq, hash, signed: await signAsVendor(vendor, 'receipt', told) };
}

/** The same for a ticket that was opened before; undefined where there is none. */
export async function readReceipt(
  deps: Pick<Deps, 'db' | 'signAsVendor'>,
  tenantId: string,
  ticketId: string,
): Promise<LogReceipt | undefined> {
  const found = await findOpening(deps.db, tenantId, ticketId);
  if (!found) return undefined;
  const { at, seq, hash } = found;
  const hex = Buffer.from(hash).toString('hex');
  return signReceipt(deps, { tenantId, ticketId, at: at.toISOString(), seq, hash: hex });
}
