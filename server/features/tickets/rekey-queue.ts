import { and, eq, gt, notInArray, sql } from 'drizzle-orm';
import type { Transaction } from '#server/db/connect.ts';
import { inTransaction } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import { recountFollowUps } from '#server/features/follow-up/recount-follow-ups.ts';
import { rearm } from '#server/features/life/rearm.ts';
import { placeInQueue } from '#server/features/life/ticket-columns.ts';
import { tickets } from '#server/features/tickets/tickets.table.ts';
import type { PolicyRegistry } from '#server/features/policies/policy-registry.ts';
import { closableFrom } from '#server/policy/life/closable-from.ts';
import type { PolicyPack } from '#server/policy/pack.ts';
import type { Policy } from '#server/policy/packs.ts';

/** Tickets that one transaction gives a new place at most. */
const batchSize = 500;

/**
 * Gives every ticket that has not ended the place that the edition in force gives it, the instant from
 * which silence may close it, and those at which its silence is noticed: another order or calendar may
 * have come into force, or the row is older than the columns. Only what stands elsewhere is written; a
 * ticket's version stays, because nothing that people do with it has changed.
 *
 * @returns how many stand elsewhere now
 */
export async function rekeyQueue({
  db,
  policies,
  now,
}: Pick<Deps, 'db' | 'policies' | 'now'>): Promise<number> {
  let moved = 0;
  for (const vendor of policies.vendors) {
    const pack = policies.inForce(vendor, now())?.pack;
    let after: string | undefined = pack && '';
    while (pack && after !== undefined) {
      const from: string = after;
      const batch = await inTransaction(db, (tx) => rekeyBatch(tx, policies, pack, from));
      moved += batch.moved;
      after = batch.last;
    }
  }
  return moved;
}

/** @returns the last ticket that was looked at; undefined behind the last one */
async function rekeyBatch(
  tx: Transaction,
  policies: PolicyRegistry,
  pack: PolicyPack,
  after: string,
): Promise<{ readonly moved: number; readonly last: string | undefined }> {
  const tenantId = pack.vendor;
  const { id, edition, life, plan, createdAt, queueKey, closableAt } = tickets;
  const rows = await tx
    .select({ id, edition, life, plan, createdAt, queueKey, closableAt })
    .from(tickets)
    .where(
      and(
        eq(tickets.tenantId, tenantId),
        gt(id, after),
        notInArray(tickets.status, ['resolved', 'closed']),
      ),
    )
    .orderBy(id)
    .limit(batchSize)
    .for('no key update');
  const elsewhere = rows.flatMap((row) => {
    const facts = { plan: row.plan, createdAt: row.createdAt.getTime() };
    const queueKey = placeInQueue(pack, row.life, facts);
    const policy = policies.edition(tenantId, row.edition);
    const closableAt = policy ? closableFrom(policy, row.life) : null;
    const stands = queueKey === row.queueKey && closableAt === (row.closableAt?.getTime() ?? null);
    return stands
      ? []
      : [{ id: row.id, queueKey, closableAt: closableAt === null ? null : new Date(closableAt) }];
  });
  await tx.execute(sql`
    update tickets t set queue_key = r."queueKey", closable_at = r."closableAt"
    from json_to_recordset(${JSON.stringify(elsewhere)}::json)
      as r(id text, "queueKey" text, "closableAt" timestamptz)
    where t.tenant_id = ${tenantId} and t.id = r.id`);
  const waiting = rows.filter(({ life }) => life.status === 'waiting_requester');
  await rearm(tx, policies, tenantId, waiting);
  return { moved: elsewhere.length, last: rows.at(-1)?.id };
}

/** Every policy that decides now: where it is another one than at the last look, places may differ. */
const inForceNow = ({ policies, now }: Pick<Deps, 'policies' | 'now'>) =>
  policies.vendors.map((vendor) => policies.inForce(vendor, now()));

/**
 * Keeps places, and what follows from calendars and not from tickets alone, at the order and the
 * calendars in force.
 *
 * @returns looks once: at the first look and after each change of policies all of it is counted anew
 */
export function followQueueOrder(
  deps: Pick<Deps, 'db' | 'policies' | 'now' | 'log'>,
): () => Promise<void> {
  let held: readonly (Policy | undefined)[] = [];
  return async () => {
    const inForce = inForceNow(deps);
    if (inForce.every((policy, at) => policy === held[at])) return;
    const moved = await rekeyQueue(deps);
    await recountFollowUps(deps);
    held = inForce;
    if (moved > 0) deps.log.info({ moved }, 'queue');
  };
}
