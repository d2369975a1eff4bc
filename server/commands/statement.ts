import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { logReceipt } from '#shared/wire/ticket.ts';
import { signedStatement, type ServiceStatement } from '#shared/wire/statement.ts';
import { vendorKeyList } from '#shared/wire/vendor-keys.ts';
import { asList, misuse, refuse } from '#server/commands/print.ts';
import type { ReceiptFile } from '#server/features/statements/hold-receipt.ts';
import {
  verifyStatement,
  type StatementFault,
} from '#server/features/statements/verify-statement.ts';
import { jsonOf } from '#server/json-of.ts';
import { whyUnread } from '#server/why-unread.ts';

/** What a receipt's file may hold: the JWS alone, the receipt, or the answer that it came in. */
const receiptFile = z.union([logReceipt, z.object({ logReceipt })]);

/**
 * `reglament statement verify FILE --receipts DIR --key K`: examines a statement without a network or a
 * database. Exit code 1 where anything is not as it should be, with a line for each.
 */
export async function statementCommand(
  [action, file]: readonly string[],
  { receipts, key }: { readonly receipts?: string; readonly key?: string | string[] },
): Promise<number> {
  const keyFiles = asList(key);
  if (action !== 'verify' || file === undefined || keyFiles.length === 0) {
    return misuse(
      'Say `statement verify FILE --key KEYS.json`, with `--receipts DIR` for receipts; --key again for further keys.',
    );
  }
  const statement = await readJson(file, signedStatement);
  if (typeof statement === 'string') return refuse(statement);
  const lists = await Promise.all(keyFiles.map((keyFile) => readJson(keyFile, vendorKeyList)));
  const unread = lists.filter((list) => typeof list === 'string');
  if (unread.length > 0) return refuse(...unread);
  const keys = lists.flatMap((list) => (typeof list === 'string' ? [] : list.keys));
  const held = receipts === undefined ? [] : await readReceipts(receipts);
  if (typeof held === 'string') return refuse(held);

  const { faults, confirmed, outside, unmarked } = await verifyStatement(statement, keys, held);
  console.log(headOf(statement.statement));
  console.log(
    'Not told by the log, and the word of the vendor alone: the name of the customer, hours, numbers of tickets, clauses.',
  );
  if (unmarked > 0) {
    console.log(
      `${unmarked} events are told as digests without a mark: whether one of them is the customer's cannot be seen.`,
    );
  }
  console.log(
    `${statement.statement.log?.events.length ?? 0} events; receipts on the log: ${confirmed}, outside of it: ${outside}.`,
  );
  return faults.length === 0 ? 0 : refuse(...faults.map(sentenceOf));
}

/** Of what the statement says it is; what could steer the terminal is left out. */
const headOf = ({ vendor, organisation, month, zone, from, until, madeAt }: ServiceStatement) =>
  `${vendor}, ${organisation.name}, ${month}: from ${from} to ${until} (${zone ?? 'zone not told'}), stated at ${madeAt}${
    until === madeAt ? ', while the month still ran' : ''
  }.`.replaceAll(/\p{Cc}/gu, ' ');

const sentences: Readonly<Record<StatementFault['code'], (what: string) => string>> = {
  'statement.signature_wrong': (what) => `The statement is not as ${what} signed it.`,
  'period.wrong': (what) => `The period is not ${what}, whole or up to when it was stated.`,
  'log.hidden': (what) => `Event ${what} is of a ticket that is told of, and is told as a digest.`,
  'log.unreadable': (what) => `Event ${what} of the log is no event.`,
  'log.broken': (what) => `The log does not lead to its head at event ${what}.`,
  'figures.wrong': (what) => `${what} is not stated as the log tells it.`,
  'receipt.signature_wrong': (what) => `${what} is not signed with a key of the vendor.`,
  'receipt.other_vendor': (what) => `${what} is a receipt of another vendor.`,
  'receipt.left_out': (what) => `${what} is of this time, and its ticket is not in the statement.`,
  'receipt.contradicted': (what) =>
    `${what} contradicts the log: what the vendor acknowledged was changed since.`,
};
const sentenceOf = ({ code, what }: StatementFault): string =>
  `${sentences[code](what)} (${code})`.replaceAll(/\p{Cc}/gu, ' ');

async function readJson<Shape extends z.ZodType>(
  file: string,
  shape: Shape,
): Promise<z.output<Shape> | string> {
  try {
    const read = shape.safeParse(jsonOf(await readFile(file, 'utf8')));
    return read.success ? read.data : `${file} is not what it should be.`;
  } catch (error) {
    return `${file} cannot be read: ${whyUnread(error)}.`;
  }
}

async function readReceipts(folder: string): Promise<ReceiptFile[] | string> {
  try {
    // a file manager leaves hidden files where it has been
    const names = (await readdir(folder)).filter((name) => !name.startsWith('.')).toSorted();
    return await Promise.all(
      names.map(async (name) => ({
        name,
        signed: signedOf(await readFile(join(folder, name), 'utf8')),
      })),
    );
  } catch (error) {
    return `${folder} cannot be read: ${whyUnread(error)}.`;
  }
}

function signedOf(text: string): string {
  const read = receiptFile.safeParse(jsonOf(text));
  if (!read.success) return text.trim();
  return 'signed' in read.data ? read.data.signed : read.data.logReceipt.signed;
}
