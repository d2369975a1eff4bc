import { and, eq, gt, notInArray, sql } from 'drizzle-orm';
import type { Transaction } from '#server/db/connect.ts';
import type { Deps } from '#server/deps.ts';
import { placeInQueue } from '#server/features/life/ticket-columns.ts';
import { tickets } from '#server/features/tickets/tickets.table.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

/** Tickets that one transaction gives a new place at most. */
const batchSize = 500;

/**
 * Gives every ticket that has not ended the place that the edition in force gives it: another order may
 * have come into force, or the row is older than the keys. Only those whose place is another one are
 * written; a ticket's version stays, because nothing that people do with it has changed.
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
      const batch = await db.transaction((tx) => rekeyBatch(tx, pack, from));
      moved += batch.moved;
      after = batch.last;
    }
  }
  return moved;
}

/** @returns the last ticket that was looked at; undefined behind the last one */
async function rekeyBatch(
  tx: Transaction,
  pack: PolicyPack,
  after: string,
): Promise<{ readonly moved: number; readonly last: string | undefined }> {
  const tenantId = pack.vendor;
  const { id, life, plan, createdAt, queueKey } = tickets;
  const rows = await tx
    .select({ id, life, plan, createdAt, queueKey })
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
    const key = placeInQueue(pack, row.life, facts);
    return key === row.queueKey ? [] : [{ id: row.id, key }];
  });
  await tx.execute(sql`
    update tickets t set queue_key = r.key
    from json_to_recordset(${JSON.stringify(elsewhere)}::json) as r(id text, key text)
    where t.tenant_id = ${tenantId} and t.id = r.id`);
  return { moved: elsewhere.length, last: rows.at(-1)?.id };
}

/** Every edition that decides now: where it is another one than at the last look, places may differ. */
const inForceNow = ({ policies, now }: Pick<Deps, 'policies' | 'now'>): string =>
  policies.vendors
    .map((vendor) => `${vendor} ${policies.inForce(vendor, now())?.pack.edition}`)
    .join('\n');

/**
 * Keeps places at the order in force.
 *
 * @returns looks once: at the first look and after each change of editions places are given anew
 */
export function followQueueOrder(
  deps: Pick<Deps, 'db' | 'policies' | 'now' | 'log'>,
): () => Promise<void> {
  let held = '';
  return async () => {
    const inForce = inForceNow(deps);
    if (inForce === held) return;
    const moved = await rekeyQueue(deps);
    held = inForce;
    if (moved > 0) deps.log.info({ moved }, 'queue');
  };
}
