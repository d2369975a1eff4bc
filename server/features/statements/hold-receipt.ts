import { z } from 'zod';
import type { ServiceStatement } from '#shared/wire/statement.ts';
import { readSigned, type VendorKeys } from '#server/features/statements/read-signed.ts';
import { jsonOf } from '#server/json-of.ts';

/** A receipt as its file holds it. */
export interface ReceiptFile {
  readonly name: string;
  /** Compact JWS. */
  readonly signed: string;
}

/** What a receipt says to a statement; `outside`: from before the month or after what is stated. */
export type ReceiptSays =
  | 'confirmed'
  | 'outside'
  | 'receipt.signature_wrong'
  | 'receipt.other_vendor'
  | 'receipt.contradicted'
  | 'receipt.left_out';

/** How long a ticket may take to be stored after the instant that its receipt names, milliseconds. */
const storingMs = 60_000;

const receipt = z.object({
  vendor: z.string(),
  at: z.iso.datetime(),
  seq: z.int(),
  hash: z.string(),
});

/**
 * Holds a receipt against a statement.
 *
 * @param hashes the chain's hash after each place of the statement's log
 */
export async function holdReceipt(
  { signed }: ReceiptFile,
  keys: VendorKeys,
  { vendor, from, until, madeAt, log }: ServiceStatement,
  hashes: ReadonlyMap<number, string>,
): Promise<ReceiptSays> {
  const text = await readSigned(signed, keys, 'receipt');
  const read = receipt.safeParse(text === undefined ? undefined : jsonOf(text));
  if (!read.success) return 'receipt.signature_wrong';
  const told = read.data;
  if (told.vendor !== vendor) return 'receipt.other_vendor';
  const hash = hashes.get(told.seq);
  if (hash !== undefined && hash !== told.hash) return 'receipt.contradicted';
  const at = Date.parse(told.at);
  const end = Date.parse(until);
  const ofTheMonth = at >= Date.parse(from) && at < end;
  if (hash === undefined) {
    // while the month runs, what is stored as the statement is made may come after it
    const atOnce = until === madeAt && end - at < storingMs;
    return ofTheMonth && !atOnce ? 'receipt.left_out' : 'outside';
  }
  const event = log?.events[told.seq - log.from];
  return ofTheMonth && !(event && 'body' in event) ? 'receipt.left_out' : 'confirmed';
}
