import { and, eq } from 'drizzle-orm';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Database, Transaction } from '#server/db/connect.ts';
import { sha256 } from '#server/digest.ts';
import { idempotencyKeys } from '#server/features/tickets/tickets.table.ts';

type Claim = typeof idempotencyKeys.$inferInsert;

/** Undefined when this sender has not used the key at this tenant. */
export async function findIdempotencyKey(
  db: Database,
  tenantId: string,
  sender: string,
  key: string,
) {
  const [row] = await db
    .select()
    .from(idempotencyKeys)
    .where(
      and(
        eq(idempotencyKeys.tenantId, tenantId),
        eq(idempotencyKeys.sender, sender),
        eq(idempotencyKeys.key, key),
      ),
    );
  return row;
}

/** The key of a submission, and what tells a repeated one from another one under the same key. */
export interface SubmissionKey {
  readonly idempotencyKey: string;
  readonly requestHash: string;
}

/** What a submission made: a message, or another thing, and the ticket that it belongs to. */
export type Made = Pick<typeof idempotencyKeys.$inferSelect, 'ticketId' | 'messageId'>;

/**
 * What this sender made with a key before; undefined where the key is new.
 *
 * Fails with `idempotency_key.reused` when the key came with another request.
 */
export async function replayed(
  tx: Database,
  tenantId: string,
  sender: string,
  { idempotencyKey, requestHash }: SubmissionKey,
): Promise<Result<Made, Problem> | undefined> {
  const known = await findIdempotencyKey(tx, tenantId, sender, idempotencyKey);
  if (!known) return undefined;
  return known.requestHash === requestHash
    ? succeed(known)
    : fail({ code: 'idempotency_key.reused' });
}

/**
 * Takes a key for what a submission is about to make, or names what an earlier one made with it. The
 * answer is `messageId` where the key was new. A submission under the same key waits here until the
 * first one has ended.
 *
 * Fails with `idempotency_key.reused` when the key came with another request.
 */
export async function takeIdempotencyKey(
  tx: Transaction,
  claim: Claim,
): Promise<Result<string, Problem>> {
  const { tenantId, sender, key } = claim;
  if (await claimIdempotencyKey(tx, claim)) return succeed(claim.messageId);
  const { requestHash } = claim;
  const before = await replayed(tx, tenantId, sender, { idempotencyKey: key, requestHash });
  if (before?.ok) return succeed(before.value.messageId);
  return before ?? fail({ code: 'idempotency_key.reused' });
}

/** A submission that makes one thing. */
export interface Making {
  readonly tenantId: string;
  /** Who sent it. */
  readonly sender: string;
  readonly idempotencyKey: string;
  /** What kind of thing, and all that was sent of it. */
  readonly content: readonly unknown[];
  /** The ticket that it belongs to; left out where it belongs to none. */
  readonly ticketId?: string;
  readonly at: Date;
}

/**
 * The same for a thing of a new id: the answer is this id where the key was new, else that of what was
 * made with it before.
 *
 * Fails with `idempotency_key.reused`.
 */
export const takeMakingKey = (
  tx: Transaction,
  id: string,
  { tenantId, sender, idempotencyKey: key, content, ticketId = id, at: createdAt }: Making,
): Promise<Result<string, Problem>> => {
  const requestHash = sha256(JSON.stringify(content));
  return takeIdempotencyKey(tx, {
    tenantId,
    sender,
    key,
    requestHash,
    ticketId,
    messageId: id,
    createdAt,
  });
};

/** Takes a key, unless an earlier submission has it: false. */
export async function claimIdempotencyKey(tx: Transaction, claim: Claim): Promise<boolean> {
  const taken = await tx
    .insert(idempotencyKeys)
    .values(claim)
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key });
  return taken.length > 0;
}

/** The same for an act, which makes nothing that it would have to name. */
export const takeActKey = (
  tx: Transaction,
  made: Pick<Claim, 'tenantId' | 'sender' | 'ticketId' | 'createdAt'>,
  { idempotencyKey: key, requestHash }: SubmissionKey,
): Promise<Result<string, Problem>> =>
  takeIdempotencyKey(tx, { ...made, key, requestHash, messageId: made.ticketId });
