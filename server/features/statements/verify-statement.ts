import type { ServiceStatement, SignedStatement } from '#shared/wire/statement.ts';
import { chainHashes, hiddenEvents } from '#server/features/statements/chain-hashes.ts';
import {
  holdReceipt,
  type ReceiptFile,
  type ReceiptSays,
} from '#server/features/statements/hold-receipt.ts';
import { statementDigest } from '#server/features/statements/make-statement.ts';
import { readSigned, type VendorKeys } from '#server/features/statements/read-signed.ts';
import { wrongFigures } from '#server/features/statements/wrong-figures.ts';
import { livesOf, toldEvent } from '#server/policy/statement/logged-life.ts';
import { isStatedMonth } from '#server/policy/statement/stated-period.ts';

/** Something in a statement that is not as it should be; `what` names a ticket, a place or a file. */
export interface StatementFault {
  readonly code:
    | 'statement.signature_wrong'
    | 'period.wrong'
    | 'log.broken'
    | 'log.unreadable'
    | 'log.hidden'
    | 'figures.wrong'
    | Exclude<ReceiptSays, 'confirmed' | 'outside'>;
  readonly what: string;
}

/** What an examination of a statement found. */
export interface StatementReading {
  readonly faults: readonly StatementFault[];
  /** Receipts that lie on the statement's part of the log. */
  readonly confirmed: number;
  /** Receipts from before the month or after what is stated, about which it says nothing. */
  readonly outside: number;
  /** Events told as a digest without a mark, of which nobody can see whether they are the customer's. */
  readonly unmarked: number;
}

/**
 * Examines a statement with nothing but itself, the vendor's public keys and receipts of requesters:
 * whether it is signed, of the month that it names, its log unbroken, its figures those of its log, and
 * whether every receipt lies on that log. A vendor that has rewritten its log, however consistently,
 * contradicts a receipt; one of the month whose ticket is not stated was left out. Every event of a stated
 * ticket has to be told whole. Receipts have to be those
 * of the statement's customer. Hours, names, numbers of tickets and clauses are not in the log: of these
 * there is the vendor's signed word alone.
 */
export async function verifyStatement(
  { statement, signed }: SignedStatement,
  keys: VendorKeys,
  receipts: readonly ReceiptFile[],
): Promise<StatementReading> {
  const faults: StatementFault[] = [];
  const told = await readSigned(signed, keys, 'statement');
  if (told !== statementDigest(statement)) {
    faults.push({ code: 'statement.signature_wrong', what: statement.vendor });
  }
  if (!isStatedMonth(statement)) faults.push({ code: 'period.wrong', what: statement.month });
  const hashes = chainHashes(statement.log);
  faults.push(...logFaults(statement, hashes));
  faults.push(...wrongFigures(statement).map((what) => ({ code: 'figures.wrong' as const, what })));
  let [confirmed, outside] = [0, 0];
  for (const receipt of receipts) {
    const found = await holdReceipt(receipt, keys, statement, hashes);
    if (found === 'confirmed') confirmed += 1;
    else if (found === 'outside') outside += 1;
    else faults.push({ code: found, what: receipt.name });
  }
  const unmarked = (statement.log?.events ?? []).filter(
    (event) => 'digest' in event && !('mark' in event),
  ).length;
  return { faults, confirmed, outside, unmarked };
}

function logFaults(
  { log, tickets }: ServiceStatement,
  hashes: ReadonlyMap<number, string>,
): StatementFault[] {
  if (!log) return [];
  const last = log.from + log.events.length - 1;
  const broken: StatementFault[] =
    hashes.get(last) === log.head ? [] : [{ code: 'log.broken', what: String(last) }];
  const unread = log.events.flatMap((event, place): StatementFault[] =>
    'body' in event && !toldEvent(event.body)
      ? [{ code: 'log.unreadable', what: String(log.from + place) }]
      : [],
  );
  const told = new Set([...tickets.map(({ id }) => id), ...livesOf(log).keys()]);
  const hidden = hiddenEvents(log, hashes, told).map((place): StatementFault => ({
    code: 'log.hidden',
    what: String(place),
  }));
  return [...broken, ...unread, ...hidden];
}
