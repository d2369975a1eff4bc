import { createHash } from 'node:crypto';
import { compactVerify, importJWK } from 'jose';
import type { ServiceStatement, SignedStatement } from '#shared/wire/statement.ts';
import type { VendorKeyList } from '#shared/wire/vendor-keys.ts';
import { statementDigest } from '#server/features/statements/make-statement.ts';
import { attainmentOf } from '#server/policy/statement/attainment.ts';
import { livesOf } from '#server/policy/statement/logged-life.ts';
import { ticketLines } from '#server/policy/statement/ticket-lines.ts';

/** A receipt as its file holds it. */
export interface ReceiptFile {
  readonly name: string;
  /** Compact JWS. */
  readonly signed: string;
}

/** Something in a statement that is not as it should be; `what` names a ticket, a place or a file. */
export interface StatementFault {
  readonly code:
    | 'statement.signature_wrong'
    | 'log.broken'
    | 'figures.wrong'
    | 'receipt.signature_wrong'
    | 'receipt.other_vendor'
    | 'receipt.contradicted'
    | 'receipt.left_out';
  readonly what: string;
}

/** What an examination of a statement found. */
export interface StatementReading {
  readonly faults: readonly StatementFault[];
  /** Receipts that lie on the statement's part of the log. */
  readonly confirmed: number;
  /** Receipts from before the month or after what is stated, about which it says nothing. */
  readonly outside: number;
}

type Keys = VendorKeyList['keys'];

/** How long a ticket may take to be stored after the instant that its receipt names, milliseconds. */
const storingMs = 60_000;

/**
 * Examines a statement with nothing but itself, the vendor's public keys and receipts of requesters:
 * whether it is signed, its log unbroken, its figures those of its log, and whether every receipt lies
 * on that log. A vendor that has rewritten its log, however consistently, contradicts a receipt; one of the
 * month whose ticket is not stated was left out. Receipts have to be those of the statement's customer.
 */
export async function verifyStatement(
  { statement, signed }: SignedStatement,
  keys: Keys,
  receipts: readonly ReceiptFile[],
): Promise<StatementReading> {
  const faults: StatementFault[] = [];
  const told = await readSigned(signed, keys, 'statement');
  if (told !== statementDigest(statement)) {
    faults.push({ code: 'statement.signature_wrong', what: statement.vendor });
  }
  const hashes = hashesOf(statement.log);
  if (statement.log && hashes.get(lastOf(statement.log)) !== statement.log.head) {
    faults.push({ code: 'log.broken', what: String(lastOf(statement.log)) });
  }
  faults.push(...wrongFigures(statement));
  let [confirmed, outside] = [0, 0];
  for (const receipt of receipts) {
    const found = await holdAgainst(receipt, keys, statement, hashes);
    if (found === 'confirmed') confirmed += 1;
    else if (found === 'outside') outside += 1;
    else faults.push({ code: found, what: receipt.name });
  }
  return { faults, confirmed, outside };
}

async function holdAgainst(
  { signed }: ReceiptFile,
  keys: Keys,
  { vendor, from, until, madeAt, log }: ServiceStatement,
  hashes: ReadonlyMap<number, string>,
): Promise<'confirmed' | 'outside' | StatementFault['code']> {
  const text = await readSigned(signed, keys, 'receipt');
  if (text === undefined) return 'receipt.signature_wrong';
  const told = JSON.parse(text) as {
    vendor: string;
    at: string;
    seq: number;
    hash: string;
  };
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

/** Undefined where no key of the vendor has signed it, or as something else. */
async function readSigned(
  signed: string,
  keys: Keys,
  kind: 'receipt' | 'statement',
): Promise<string | undefined> {
  try {
    const { payload, protectedHeader } = await compactVerify(
      signed,
      ({ kid }) => {
        const jwk = keys.find((key) => key.kid === kid);
        if (!jwk) throw new Error('signed with a key that is not known');
        return importJWK({ ...jwk }, 'EdDSA');
      },
      { algorithms: ['EdDSA'] },
    );
    return protectedHeader.typ === `reglament-${kind}`
      ? new TextDecoder().decode(payload)
      : undefined;
  } catch {
    return undefined;
  }
}

/** The chain's hash after each place of the statement's log, and before the first. */
function hashesOf(log: ServiceStatement['log']): Map<number, string> {
  const hashes = new Map<number, string>();
  if (!log) return hashes;
  let before = log.before;
  hashes.set(log.from - 1, before);
  log.events.forEach((event, place) => {
    const digest = 'body' in event ? sha256(Buffer.from(event.body)) : fromHex(event.digest);
    before = sha256(Buffer.concat([fromHex(before), digest])).toString('hex');
    hashes.set(log.from + place, before);
  });
  return hashes;
}

/** Lines and counts that are not those of the log. */
function wrongFigures({ from, until, tickets, attainment, log }: ServiceStatement) {
  const faults: StatementFault[] = [];
  const period = { from: Date.parse(from), until: Date.parse(until) };
  const lives = livesOf(log);
  const stated = new Set(tickets.map(({ id }) => id));
  for (const { id, number, promises, pauses } of tickets) {
    const clauses = new Map(promises.map(({ clock, clause }) => [clock, clause]));
    const lines = ticketLines(lives.get(id) ?? [], period, (clock) => clauses.get(clock) ?? null);
    if (JSON.stringify(lines) !== JSON.stringify({ promises, pauses })) {
      faults.push({ code: 'figures.wrong', what: number });
    }
  }
  for (const [id, life] of lives) {
    if (!stated.has(id) && ticketLines(life, period, () => null)) {
      faults.push({ code: 'figures.wrong', what: id });
    }
  }
  const counted = attainmentOf(tickets.flatMap(({ promises }) => promises));
  if (JSON.stringify(counted) !== JSON.stringify(attainment)) {
    faults.push({ code: 'figures.wrong', what: 'attainment' });
  }
  return faults;
}

const lastOf = ({ from, events }: NonNullable<ServiceStatement['log']>): number =>
  from + events.length - 1;
const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();
const fromHex = (text: string): Buffer => Buffer.from(text, 'hex');
